"""An interactive course on distributed leadership for schools and universities.

What a notebook cell calls is loaded when it is first asked for, so that ``import dlcourse`` stays light.
"""

__version__ = "0.1.0"
