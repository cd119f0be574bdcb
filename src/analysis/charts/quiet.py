"""Imported before matplotlib, whose word on a first look at typefaces is no part of a notebook."""

import logging

logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
