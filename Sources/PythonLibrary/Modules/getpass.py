"""Who runs the program."""

import os

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getuser():
    """The user's name, from the environment."""
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if user := os.environ.get(name):
            return user
    raise NotImplementedError("getpass.getuser without a name in the environment is not available in nbcheck")


def getpass(prompt="Password: ", stream=None):
    raise NotImplementedError("getpass.getpass is not available in nbcheck")
