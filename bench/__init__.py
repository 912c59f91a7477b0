"""What `make bench` runs; every module with a function `run()` is a benchmark."""
