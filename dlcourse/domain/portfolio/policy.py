"""Who may do and see what of portfolios and certificates: only their own person.

The signing key's public part is public.
"""

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
    SwapSections,
    TakeOut,
    TakePortfolio,
)

RULES: Rules = {
    PutIn: OWN,
    TakeOut: OWN,
    SwapItems: OWN,
    SwapSections: OWN,
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
