"""Time expressions of documents: recognise, bind, anchor, resolve."""
