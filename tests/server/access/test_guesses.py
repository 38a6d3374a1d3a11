"""Wrong codes are limited by address and by cohort, for a while, and so is the memory for them."""

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from dlcourse.server.access.guesses import BY_ADDRESS, BY_COHORT, FEW, MOST_KEYS, WrongCodes, address_of


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def test_an_address_is_limited_for_a_while() -> None:
    """As many wrong codes as there may be are checked; the next waits until the first of them is long ago."""
    clock = Clock()
    wrong = WrongCodes(clock)
    for _ in range(BY_ADDRESS.most):
        assert not wrong.too_many("192.0.2.1")
        wrong.count("192.0.2.1")
    assert wrong.too_many("192.0.2.1")
    assert not wrong.too_many("192.0.2.2")
    clock.now += BY_ADDRESS.seconds
    assert not wrong.too_many("192.0.2.1")


def test_many_who_guess_at_one_cohort_lock_out_nobody_else() -> None:
    """Guesses at one cohort are limited together; an address with only a few wrong codes is checked all the same."""
    wrong = WrongCodes(Clock())
    for number in range(BY_COHORT.most):
        wrong.count(f"address {number}", "deans")
    for _ in range(FEW):
        assert not wrong.may_refuse("192.0.2.1")
        assert not wrong.too_many("192.0.2.1", "deans")
        wrong.count("192.0.2.1", "deans")
    assert wrong.may_refuse("192.0.2.1")
    assert wrong.too_many("192.0.2.1", "deans")
    assert not wrong.too_many("192.0.2.1", "teachers")


def test_memory_is_limited() -> None:
    """Of a flood of addresses, only so many are remembered."""
    wrong = WrongCodes(Clock())
    for number in range(MOST_KEYS + 10):
        wrong.count(str(number))
    assert len(wrong._wrong) == MOST_KEYS


def asked(peer: str, named: str = "") -> str:
    """The address that a request is counted under."""
    headers = HTTPHeaders({"Host": "x"} | ({"X-Forwarded-For": named} if named else {}))
    request = HTTPServerRequest(headers=headers, start_line=RequestStartLine("POST", "/join", "HTTP/1.1"))
    request.remote_ip = peer
    return address_of(request)


@pytest.mark.parametrize(
    ("peer", "named", "counted"),
    [
        ("198.51.100.7", "", "198.51.100.7"),
        ("198.51.100.7", "192.0.2.1", "198.51.100.7"),
        ("127.0.0.1", "192.0.2.1", "192.0.2.1"),
        ("127.0.0.1", "10.0.0.1, 192.0.2.1", "192.0.2.1"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("", "192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
    ],
)
def test_only_a_proxy_on_this_machine_names_another_address(peer: str, named: str, counted: str) -> None:
    """A client elsewhere cannot choose under which address it is counted; an IPv6 network counts as one."""
    assert asked(peer, named) == counted
