"""The permissions of portfolios and certificates: each is private to its person; the signing key is public."""

from dlcourse.domain.policy import COURSE, OWN, Rules
from dlcourse.domain.portfolio.certificate import (
    CERTIFICATES,
    CertificateKey,
    Certificates,
    IssueCertificate,
    TakeCertificate,
)
from dlcourse.domain.portfolio.messages import (
    PORTFOLIOS,
    NamePortfolio,
    Portfolio,
    PutIn,
    SwapItems,
    TakeOut,
    TakePortfolio,
)

RULES: Rules = {
    PutIn: OWN,
    TakeOut: OWN,
    SwapItems: OWN,
    NamePortfolio: OWN,
    Portfolio: OWN,
    TakePortfolio: OWN,
    PORTFOLIOS: OWN,
    IssueCertificate: OWN,
    Certificates: OWN,
    TakeCertificate: OWN,
    CERTIFICATES: OWN,
    CertificateKey: COURSE,
}
