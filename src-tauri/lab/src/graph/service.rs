//! The service document of Graph, which needs no token: what there is below the root.
//!
//! Source: `OData` 4.01, section 11.1.1, and the live document; only the collections that the lab plays are listed.

use axum::Json;
use axum::extract::State as Shared;
use serde_json::{Value, json};

use crate::world::World;

/// `GET /v1.0/`.
pub(crate) async fn document(Shared(world): Shared<World>) -> Json<Value> {
    let base = world.lock().base.clone();
    Json(json!({
        "@odata.context": format!("{base}v1.0/$metadata"),
        "value": [
            { "name": "users", "kind": "EntitySet", "url": "users" },
            { "name": "me", "kind": "Singleton", "url": "me" }
        ]
    }))
}
