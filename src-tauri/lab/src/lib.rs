//! Vincula's own stand-in for Microsoft: Entra sign-in and Microsoft Graph on loopback.
//!
//! It has three uses: people practise with it, tests talk to it, and support replays a customer's failure in it.
//! It behaves as Microsoft does, as far as that is known from documentation and captured traffic; where a fact is
//! not established, the code says so. It imports nothing of the rest of the project, so that a mistake of the client
//! and a mistake of its counterpart cannot hide each other.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use vincula_lab::{Behaviour, Lab, LabConfig, Person};
//!
//! let lab = Lab::start(LabConfig::default()).await?;
//! let practice = lab.world().seed_practice();
//! let url = lab.base_url().join("common/oauth2/v2.0/authorize?client_id=…")?;
//! let ending = Person::new(&practice.work_user, Behaviour::Accept).visit(&url).await?;
//! # Ok(()) }
//! ```
//!
//! One origin serves both halves, because their paths do not clash:
//!
//! | path | what |
//! |---|---|
//! | `/{tenant}/v2.0/.well-known/openid-configuration` | `OpenID` metadata |
//! | `/{tenant}/oauth2/v2.0/authorize` and the forms behind it | signing in, choosing an account, consenting |
//! | `/{tenant}/oauth2/v2.0/token` | codes, refresh tokens and secrets for tokens |
//! | `/v1.0/`, `/v1.0/me`, `/v1.0/me/sendMail` | Microsoft Graph |
//! | `/v1.0/me/events`, `…/contacts`, `…/mailFolders`, and the same below `/v1.0/users/{user}` | what lies in a mailbox |
//! | `/practice` | the page on which a person registers an application and reads the mailbox |
//! | `/lab/introspect` | what a token is, for the mail servers of a test |
//! | `/lab/…` | JSON administration, see [`admin`] |
//!
//! Nothing listens anywhere but on 127.0.0.1, and a `Host` other than localhost is refused.

pub mod admin;
mod certificate;
mod cloud;
mod entra;
mod graph;
mod identifier;
mod introspection;
mod language;
mod pages;
mod person;
mod portal;
mod published;
mod server;
mod web;
mod world;

pub use certificate::CertificateError;
pub use cloud::Cloud;
pub use language::{DescriptionFormat, Language};
pub use person::{Behaviour, Ending, Person, PersonError};
pub use published::{PublishedCode, published_codes};
pub use server::{Lab, LabConfig, LabError};
pub use world::World;
pub use world::application::{
    Audience, NewApplication, NewSecret, Platform, Redirect, RegisteredApplication,
};
pub use world::contents::{Inbox, ItemKind, KeptItem};
pub use world::directory::{CONSUMERS_TENANT, MailboxKind, NewTenant, NewUser, UserConsent, UserKind};
pub use world::mail::ReceivedMail;
pub use world::practice::Practice;
pub use world::scenario::{Act, Autopilot, Forced, Place, SeenRequest};
