import socket

import pytest


def test_connections_that_leave_the_machine_are_refused():
    with socket.socket() as outward, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        outward.connect(("192.0.2.1", 80))
