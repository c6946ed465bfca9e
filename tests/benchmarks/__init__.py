"""Measurements that anybody can repeat, on text of their own."""
