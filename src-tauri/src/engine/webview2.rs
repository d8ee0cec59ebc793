//! Windows: the redirect URI is answered on this machine.
//!
//! The sign-in window refuses to navigate to the redirect URI, whatever it carries. WebView2 can have sent the request
//! by then, and the ERP's server would see a code. So the request itself is taken as well, before it leaves, and gets
//! an empty answer. This adds to the refusal and replaces nothing: the window learns of the answer where it always
//! does, and the code is worth nothing without verifier and secret.
//! Source: <https://github.com/MicrosoftEdge/WebView2Feedback/issues/1719>, and 4765 there.

use tauri::WebviewWindow;
use tauri::webview::PlatformWebview;
use url::Url;
use vincula_core::value::RedirectUri;
use webview2_com::Microsoft::Web::WebView2::Win32::{
    COREWEBVIEW2_WEB_RESOURCE_CONTEXT_ALL, COREWEBVIEW2_WEB_RESOURCE_REQUEST_SOURCE_KINDS_ALL,
    ICoreWebView2_22, ICoreWebView2Environment, ICoreWebView2WebResourceRequestedEventArgs,
};
use webview2_com::{WebResourceRequestedEventHandler, take_pwstr};
use windows_core::{HSTRING, Interface as _, PWSTR, Result};

/// Answers what this window requests at the redirect URI on this machine, until the window is gone.
///
/// # Errors
/// Where the window is gone already. A WebView2 that does not offer it (before 2024) is passed over: the window still
/// refuses to navigate there.
pub(crate) fn answer_here(window: &WebviewWindow, redirect_uri: RedirectUri) -> tauri::Result<()> {
    window.with_webview(move |webview| {
        let _not_offered = listen(&webview, redirect_uri);
    })
}

#[expect(unsafe_code, reason = "the calls of WebView2 are COM calls")]
fn listen(webview: &PlatformWebview, redirect_uri: RedirectUri) -> Result<()> {
    let environment = webview.environment();
    // SAFETY: the controller is alive, and this is the thread that made it: Tauri runs `with_webview` there.
    let core: ICoreWebView2_22 = unsafe { webview.controller().CoreWebView2()? }.cast()?;
    // A `*` stands for whatever is behind the redirect URI, which itself holds neither `*` nor `?` nor `\`.
    let pattern = HSTRING::from(format!("{redirect_uri}*"));
    // SAFETY: the string outlives the call, which copies it.
    unsafe {
        core.AddWebResourceRequestedFilterWithRequestSourceKinds(
            &pattern,
            COREWEBVIEW2_WEB_RESOURCE_CONTEXT_ALL,
            COREWEBVIEW2_WEB_RESOURCE_REQUEST_SOURCE_KINDS_ALL,
        )?;
    }
    let handler = WebResourceRequestedEventHandler::create(Box::new(move |_, request| match request {
        Some(request) => answer(&environment, &request, &redirect_uri),
        None => Ok(()),
    }));
    let mut registration = 0;
    // SAFETY: WebView2 counts its own reference to the handler, and writes the number before it returns.
    unsafe { core.add_WebResourceRequested(&handler, &raw mut registration) }
}

/// Gives an empty answer that nobody keeps to a request for the redirect URI, and leaves every other request alone:
/// this is called for what others wait for, too. After 204 the page stays where it is.
#[expect(unsafe_code, reason = "the calls of WebView2 are COM calls")]
fn answer(
    environment: &ICoreWebView2Environment,
    request: &ICoreWebView2WebResourceRequestedEventArgs,
    redirect_uri: &RedirectUri,
) -> Result<()> {
    let mut address = PWSTR::null();
    // SAFETY: the request is alive while its event is handled, and the call either writes a string or fails.
    unsafe { request.Request()?.Uri(&raw mut address)? };
    let address = Url::parse(&take_pwstr(address));
    if address.is_ok_and(|address| redirect_uri.is_answered_by(&address)) {
        let (reason, headers) = (
            HSTRING::from("No Content"),
            HSTRING::from("Cache-Control: no-store"),
        );
        // SAFETY: the strings outlive the call, which copies them; there is no content to keep alive.
        let empty = unsafe { environment.CreateWebResourceResponse(None, 204, &reason, &headers)? };
        // SAFETY: as above, and the request counts its own reference to the answer.
        unsafe { request.SetResponse(&empty)? };
    }
    Ok(())
}
