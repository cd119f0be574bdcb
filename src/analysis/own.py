"""The former name of `analysis.user_data`: it works for one version more, with a warning."""

import warnings

from .user_data import *  # noqa: F403

warnings.warn("analysis.own is analysis.user_data now", DeprecationWarning, stacklevel=2)
