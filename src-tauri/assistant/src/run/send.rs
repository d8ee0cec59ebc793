//! The test mail, by Graph or by SMTP.

use super::look::not_in_practice;
use super::{Host, Run, failed};
use vincula_core::check::{CheckId, Outcome};
use vincula_core::choices;
use vincula_core::guide::Guide;
use vincula_core::problem::ProblemKind;
use vincula_core::setup::Setup;
use vincula_core::text::text;
use vincula_core::value::Mailbox;
use vincula_microsoft::Mail;

/// The checks of this stage, in order. A guide lists the way by which its ERP sends.
pub(super) const SENDS: [CheckId; 2] = [CheckId::MailAccepted, CheckId::Smtp];

impl Run {
    /// Sends the test mail by the way that the guide lists, once. Does nothing without a sign-in of the right account:
    /// there is no token then.
    pub async fn send(&mut self, host: &Host<'_>, to: &Mailbox) {
        self.outcomes.remove(&CheckId::MailArrived);
        let ways: Vec<CheckId> = SENDS.into_iter().filter(|check| self.has(*check)).collect();
        for check in ways {
            let outcome = self.sent(host, check, to).await;
            let is_over = matches!(&outcome, Outcome::Failed { problem }
                if problem.kind == ProblemKind::SignInNoLongerValid);
            if is_over {
                self.connection = None;
            }
            let is_sent = outcome == Outcome::Passed;
            self.keep(host, check, outcome);
            if !is_sent {
                return;
            }
            self.sent_to = Some(to.clone());
        }
    }

    async fn sent(&self, host: &Host<'_>, check: CheckId, to: &Mailbox) -> Outcome {
        let Some(connection) = &self.connection else {
            return failed(ProblemKind::SignInNoLongerValid);
        };
        host.progress.began(check);
        let mail = test_mail(host, &self.setup, &self.guide, to);
        let microsoft = host.microsoft;
        let sent = if check == CheckId::Smtp {
            let Some(server) = &microsoft.cloud().smtp else {
                return not_in_practice();
            };
            let Some(token) = &connection.exchange else {
                return failed(ProblemKind::PermissionMissing);
            };
            let account = choices::signs_in(&self.setup, &self.guide);
            microsoft.submit(server, account, token, &mail).await
        } else {
            microsoft.send_mail(&connection.token, &mail).await
        };
        match sent {
            Ok(()) => Outcome::Passed,
            Err(problem) => failed(problem),
        }
    }
}

/// A mail that the person recognises among others: the time of sending is in its subject.
fn test_mail(host: &Host<'_>, setup: &Setup, guide: &Guide, to: &Mailbox) -> Mail {
    let marker = host.clock.now().strftime("%Y-%m-%d %H:%M:%S").to_string();
    let args = [
        ("marker", marker.as_str()),
        ("from", setup.mailbox.as_str()),
        ("erp", guide.erp.name.as_str()),
    ];
    Mail {
        from: choices::sender(setup, guide).map(|_| setup.mailbox.clone()),
        to: to.clone(),
        subject: text(host.language, "test-mail-subject", &args),
        body: text(host.language, "test-mail-body", &args),
    }
}
