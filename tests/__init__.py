"""The tests. They mirror `timeline/`."""
