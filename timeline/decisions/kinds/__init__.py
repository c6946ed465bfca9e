"""The kinds of override, one module each, found by themselves.

To add a kind, put a module here whose `KIND` is a `Kind`: its name, its keys, how its value is checked, the stages that
take it. A stage then asks for its decisions with `decisions.of("the-kind", article)`. Nothing else has to be told.
"""
