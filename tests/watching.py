"""Waiting for what other processes do."""

import time

import psutil


def until(condition, seconds=120, otherwise=lambda: ""):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, otherwise()
        time.sleep(0.02)


def alive(tree) -> list[psutil.Process]:
    return [process for process in tree if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]
