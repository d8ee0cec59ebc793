//! What opens in the person's own programs: pages in the browser, a new mail in the mail program.

use crate::wire::Fault;
use url::Url;
use vincula_core::cloud::Cloud;

/// Opens a page of the portal in the person's browser.
///
/// Only https addresses of the cloud's own portal pass, or the lab's on this machine: whatever a guide or a
/// set-up says, nothing else is ever handed to the system's opener.
pub(crate) fn open_portal(cloud: &Cloud, page: &Url) -> Result<(), Fault> {
    if page.origin() != cloud.portal.origin() {
        return Err(Fault::BrowserUnavailable);
    }
    open(page)
}

/// Opens an https page in the person's browser; what is not https is dropped.
pub(crate) fn open_https(page: &Url) -> Result<(), Fault> {
    if page.scheme() == "https" {
        open(page)
    } else {
        Err(Fault::BrowserUnavailable)
    }
}

/// Opens the sign-in in the person's browser: https, or the lab's own address on this machine.
pub(crate) fn open_sign_in(login: &Url, page: &Url) -> Result<(), Fault> {
    if page.scheme() == "https" || page.origin() == login.origin() {
        open(page)
    } else {
        Err(Fault::BrowserUnavailable)
    }
}

/// Opens a new mail in the person's mail program. `address` is one that Vincula made (RFC 6068).
pub(crate) fn open_mail(address: &str) -> Result<(), Fault> {
    if !address.starts_with("mailto:") {
        return Err(Fault::MailProgramUnavailable);
    }
    opener::open(address).map_err(|_| Fault::MailProgramUnavailable)
}

fn open(page: &Url) -> Result<(), Fault> {
    webbrowser::open(page.as_str()).map_err(|_| Fault::BrowserUnavailable)
}
