"""The grammar of Danish time expressions: one module per group of rules, one that reads. `tracker.danish` is the way in."""
