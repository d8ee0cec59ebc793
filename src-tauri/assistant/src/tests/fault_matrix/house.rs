//! Everything that one column of the matrix needs: a lab with a registration, the servers before it, a client for
//! each line, a setup on the disk and its secret.

use super::super::bench::{Heard, REDIRECT, StillClock, setup};
use super::trouble::{Line, Trouble};
use crate::{DataFolder, Host, SecretStore as _, SessionSecrets, SetupFolder, SetupStore as _};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tempfile::TempDir;
use url::Url;
use vincula_core::cloud::{Cloud, CloudId};
use vincula_core::setup::Setup;
use vincula_core::text::Language;
use vincula_core::value::ClientSecret;
use vincula_lab::{Behaviour, Lab, LabConfig, Person, Practice};
use vincula_microsoft::{Means, Microsoft};
use vincula_testbed::{Authority, FaultServer, guides_application};

const YEAR: Duration = Duration::from_hours(365 * 24);

/// Names that are found so many times more, and then not.
#[derive(Default)]
struct Names(AtomicUsize);

impl Resolve for Names {
    fn resolve(&self, _: Name) -> Resolving {
        let left = self
            .0
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        Box::pin(async move {
            left.map_err(|_| io::Error::other("no such name"))?;
            let here: Addrs = Box::new(std::iter::once(SocketAddr::from(([127, 0, 0, 1], 0))));
            Ok(here)
        })
    }
}

/// Everything that one column needs.
pub(super) struct House {
    pub(super) lab: Lab,
    pub(super) practice: Practice,
    pub(super) person: Person,
    pub(super) plain: FaultServer,
    secure: FaultServer,
    proxy: FaultServer,
    names: Arc<Names>,
    clients: [Microsoft; 5],
    pub(super) setup: Setup,
    pub(super) setups: SetupFolder,
    pub(super) secrets: SessionSecrets,
    pub(super) secret: String,
    clock: StillClock,
    pub(super) heard: Heard,
    _folder: TempDir,
}

impl House {
    pub(super) async fn built(authority: &Authority) -> Self {
        let lab = Lab::start(LabConfig::default()).await.unwrap();
        let practice = lab.world().seed_practice();
        let application = guides_application(&practice.tenant_id, REDIRECT);
        let application = lab.world().register_application(application);
        let secret = lab.world().add_secret(&application.client_id, "ERP", YEAR).value;
        let port = lab.base_url().port().unwrap();
        let plain = FaultServer::before(port).await;
        let secure = FaultServer::before_with_tls(port, authority).await;
        let proxy = FaultServer::before(port).await;
        let names = Arc::new(Names::default());
        let clients = clients(authority, [&plain, &secure, &proxy], &names);
        let clock = StillClock::right();
        let folder = tempfile::tempdir().unwrap();
        let setups = SetupFolder::of(&DataFolder::at(folder.path()).unwrap()).unwrap();
        let setup = setup(&practice, &application.client_id, &clock);
        setups.save(&setup).unwrap();
        let secrets = SessionSecrets::default();
        let kept = secrets.save(&setup.id, ClientSecret::parse(&secret).unwrap());
        kept.await.unwrap();
        Self {
            person: Person::new(&practice.work_user, Behaviour::Accept),
            heard: Heard::default(),
            _folder: folder,
            lab,
            practice,
            plain,
            secure,
            proxy,
            names,
            clients,
            setup,
            setups,
            secrets,
            secret,
            clock,
        }
    }

    pub(super) fn microsoft(&self, line: Line) -> &Microsoft {
        &self.clients[line as usize]
    }

    pub(super) fn host(&self, line: Line) -> Host<'_> {
        Host {
            microsoft: self.microsoft(line),
            secrets: &self.secrets,
            clock: &self.clock,
            progress: &self.heard,
            language: Language::Es,
            patience: Duration::from_secs(30),
        }
    }

    /// The server that a line leads to first.
    pub(super) fn server(&self, line: Line) -> &FaultServer {
        match line {
            Line::Secure => &self.secure,
            Line::Proxied => &self.proxy,
            Line::Plain | Line::Quick | Line::Named => &self.plain,
        }
    }

    /// The trouble begins, after so many more calls.
    pub(super) async fn begin(&self, trouble: Trouble, after: usize) {
        match trouble {
            Trouble::Name => self.names.0.store(after, Ordering::SeqCst),
            Trouble::There(fault) | Trouble::Proxy(fault) => {
                let server = self.server(trouble.line());
                match after {
                    0 => server.misbehave(fault).await,
                    calls => server.misbehave_after(calls, fault),
                }
            }
        }
    }

    /// Every trouble ends.
    pub(super) async fn mend(&self) {
        self.names.0.store(usize::MAX, Ordering::SeqCst);
        // Waiting has moved it on.
        self.clock.set_right();
        for server in [&self.plain, &self.secure, &self.proxy] {
            server.behave().await;
        }
    }

    /// The mails that the lab delivered.
    pub(super) fn mails(&self) -> usize {
        self.lab.world().mailbox(&self.practice.work_user).len()
    }
}

/// A client for each [`Line`], in its order.
fn clients(authority: &Authority, servers: [&FaultServer; 3], names: &Arc<Names>) -> [Microsoft; 5] {
    let [plain, secure, proxy] = servers.map(FaultServer::base_url);
    let client = |base: &str, means: Means| {
        let cloud = Cloud::lab(CloudId::Global, &Url::parse(base).unwrap()).unwrap();
        Microsoft::by(cloud, &means).unwrap()
    };
    let quick = Means {
        connect: Duration::from_secs(1),
        whole: Duration::from_secs(3),
        ..Means::default()
    };
    let trusting = Means {
        roots: vec![authority.root()],
        ..Means::default()
    };
    let proxied = Means {
        proxy: Some(Url::parse(&proxy).unwrap()),
        ..Means::default()
    };
    let losing_names = Means {
        names: Some(names.clone()),
        ..Means::default()
    };
    [
        client(&plain, Means::default()),
        client(&plain, quick),
        client(&secure, trusting),
        client(&plain, proxied),
        client(&plain, losing_names),
    ]
}
