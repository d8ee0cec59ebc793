//! Companion mode: a narrow window beside the browser, above the others, with the step in hand and no more.

use crate::MAIN_WINDOW;
use crate::companion::{Area, beside};
use crate::desk::{Desk, locked};
use crate::wire::{Fault, WindowShape};
use tauri::{AppHandle, LogicalPosition, LogicalSize, Manager as _, State, WebviewWindow};
use vincula_assistant::Side;

/// Gives the window this shape. A window system may refuse the place or to stay above (Wayland does); the narrow
/// window is of use all the same.
#[tauri::command]
pub(super) async fn shape_window(
    app: AppHandle,
    desk: State<'_, Desk>,
    shape: WindowShape,
) -> Result<WindowShape, Fault> {
    let window = app.get_webview_window(MAIN_WINDOW).ok_or(Fault::Internal)?;
    let side = match shape {
        WindowShape::Wide => {
            if let Some(before) = locked(&desk.wide).take() {
                widen(&window, before);
            }
            return Ok(shape);
        }
        WindowShape::Beside => desk.side(),
        WindowShape::OtherSide => desk.side().other(),
    };
    desk.set_side(side);
    let (free, frame, now) = measure(&window).ok_or(Fault::Internal)?;
    locked(&desk.wide).get_or_insert(now);
    // What the window system refuses is not worth stopping for.
    let _ = window.unmaximize();
    let _ = window.set_always_on_top(true);
    place(&window, beside(free, side, frame));
    Ok(WindowShape::Beside)
}

fn widen(window: &WebviewWindow, before: Area) {
    let _ = window.set_always_on_top(false);
    place(window, before);
}

fn place(window: &WebviewWindow, area: Area) {
    let _ = window.set_size(LogicalSize::new(area.width, area.height));
    let _ = window.set_position(LogicalPosition::new(area.x, area.y));
}

/// The free area of the window's own screen, the window's frame, and where the window stands.
fn measure(window: &WebviewWindow) -> Option<(Area, (f64, f64), Area)> {
    let scale = window.scale_factor().ok()?;
    let screen = window.current_monitor().ok().flatten()?;
    let free = screen.work_area();
    let (free_at, free_size) = (
        free.position.to_logical::<f64>(scale),
        free.size.to_logical::<f64>(scale),
    );
    let at = window.outer_position().ok()?.to_logical::<f64>(scale);
    let inner = window.inner_size().ok()?.to_logical::<f64>(scale);
    let outer = window.outer_size().ok()?.to_logical::<f64>(scale);
    let area = |x, y, width, height| Area { x, y, width, height };
    Some((
        area(free_at.x, free_at.y, free_size.width, free_size.height),
        (outer.width - inner.width, outer.height - inner.height),
        area(at.x, at.y, inner.width, inner.height),
    ))
}

impl Desk {
    fn side(&self) -> Side {
        self.preferences().side
    }

    fn set_side(&self, side: Side) {
        self.prefer(|preferences| preferences.side = side);
    }
}
