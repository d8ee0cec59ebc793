//! Every request passes here: foreign hosts are refused, forced faults happen, and a record is kept.

use axum::body::Body;
use axum::extract::{Request, State as Shared};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use jiff::{SignedDuration, Timestamp};

use super::body::{self, Dropped};
use crate::world::World;
use crate::world::scenario::{Forced, Place, SeenRequest};

/// The middleware around all routes.
pub(crate) async fn gate(Shared(world): Shared<World>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let method = request.method().clone();
    if !is_local(&request) {
        return (
            StatusCode::MISDIRECTED_REQUEST,
            "This is a practice lab; it answers to localhost only.\n",
        )
            .into_response();
    }
    // A page of another site must neither administer the lab nor press the buttons of its practice page.
    if is_ours(&path) && !is_own_origin(&world, request.headers()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let fault = place(&method, &path).and_then(|place| world.lock().take_forced(place));
    let response = with_fault(fault, request, next).await;
    if !path.starts_with("/lab/") {
        let dropped = response.extensions().get::<Dropped>().is_some();
        let status = if dropped { 0 } else { response.status().as_u16() };
        world.lock().record(SeenRequest {
            method: method.to_string(),
            path,
            status,
        });
    }
    response
}

/// A host other than this machine means DNS rebinding. HTTP/2 names it in the address, not in a header.
fn is_local(request: &Request) -> bool {
    let header = request.headers().get(header::HOST).map(HeaderValue::to_str);
    let host = match header {
        Some(Ok(host)) => host,
        Some(Err(_)) => return false,
        None => request
            .uri()
            .authority()
            .map_or("", |authority| authority.as_str()),
    };
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    name.eq_ignore_ascii_case("localhost") || name == "127.0.0.1"
}

fn is_ours(path: &str) -> bool {
    path.starts_with("/lab/") || path == "/practice" || path.starts_with("/practice/")
}

fn is_own_origin(world: &World, headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else {
        return true;
    };
    let Ok(origin) = origin.to_str() else { return false };
    let base = world.lock().base.clone();
    let port = base.port_or_known_default().unwrap_or_default();
    ["localhost", "127.0.0.1"]
        .iter()
        .any(|host| origin == format!("{}://{host}:{port}", base.scheme()))
}

/// The place that a request means, if faults can be forced there.
fn place(method: &Method, path: &str) -> Option<Place> {
    match (method.as_str(), path) {
        ("GET", "/v1.0/") => Some(Place::Graph),
        ("GET", "/v1.0/me") => Some(Place::Me),
        ("POST", path) if path.starts_with("/v1.0/") && path.ends_with("/sendMail") => Some(Place::SendMail),
        ("POST", path) if path.ends_with("/oauth2/v2.0/token") => Some(Place::Token),
        ("GET", path) if path.ends_with("/oauth2/v2.0/authorize") => Some(Place::Authorize),
        ("GET", path) if path.ends_with("/.well-known/openid-configuration") => Some(Place::Metadata),
        _ => mailbox_place(method, path),
    }
}

/// The same for what lies in a mailbox: `/v1.0/me/…` and `/v1.0/users/{user}/…`.
fn mailbox_place(method: &Method, path: &str) -> Option<Place> {
    let below = path.strip_prefix("/v1.0/")?;
    let below = match below.strip_prefix("me/") {
        Some(below) => below,
        None => below.strip_prefix("users/")?.split_once('/')?.1,
    };
    let (collection, item) = match below.split_once('/') {
        Some((collection, item)) => (collection, Some(item)),
        None => (below, None),
    };
    match (method.as_str(), collection, item) {
        ("POST", "events", None) => Some(Place::CreateEvent),
        ("GET", "events", Some(_)) => Some(Place::ReadEvent),
        ("DELETE", "events", Some(_)) => Some(Place::DeleteEvent),
        ("POST", "contacts", None) => Some(Place::CreateContact),
        ("GET", "contacts", Some(_)) => Some(Place::ReadContact),
        ("DELETE", "contacts", Some(_)) => Some(Place::DeleteContact),
        ("GET", "mailFolders", _) => Some(Place::MailFolders),
        _ => None,
    }
}

async fn with_fault(fault: Option<Forced>, mut request: Request, next: Next) -> Response {
    match fault {
        None => next.run(request).await,
        // These two need to know what the request is about; the handlers read them.
        Some(fault @ (Forced::Code(_) | Forced::WithoutScope(_))) => {
            request.extensions_mut().insert(fault);
            next.run(request).await
        }
        Some(Forced::Hang(duration)) => {
            tokio::time::sleep(duration).await;
            next.run(request).await
        }
        Some(Forced::Status(status, retry_after)) => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() =
                StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            if let Some(value) = retry_after.and_then(|text| HeaderValue::from_str(&text).ok()) {
                response.headers_mut().insert(header::RETRY_AFTER, value);
            }
            response
        }
        Some(Forced::Body(status, content_type, text)) => {
            let mut response = Response::new(Body::from(text));
            *response.status_mut() =
                StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            if let Ok(value) = HeaderValue::from_str(&content_type) {
                response.headers_mut().insert(header::CONTENT_TYPE, value);
            }
            response
        }
        Some(Forced::Drop) => {
            let mut response = Response::new(Body::empty());
            response.extensions_mut().insert(Dropped);
            response
        }
        Some(Forced::Truncate(percent)) => body::truncate(next.run(request).await, percent).await,
        Some(Forced::Drip(gap)) => body::drip(next.run(request).await, gap).await,
        Some(Forced::DateSkew(seconds)) => skewed(next.run(request).await, seconds),
    }
}

fn skewed(mut response: Response, seconds: i64) -> Response {
    let date = Timestamp::now()
        .saturating_add(SignedDuration::from_secs(seconds))
        .unwrap_or(Timestamp::MAX);
    // The form that HTTP wants (RFC 9110, section 5.6.7).
    let text = date.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().insert(header::DATE, value);
    }
    response
}
