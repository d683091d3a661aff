//! A static server for `dist/` on this machine only.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use crate::step::{Outcome, Stop, say};
use crate::{build, place};

const FIRST_PORT: u16 = 8080;
const TYPES: [(&str, &str); 10] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("csv", "text/csv; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
];

pub fn run(arguments: &[String]) -> Outcome {
    let Options { port, open } = options(arguments)?;
    build::site()?;
    let listener = listen(port)?;
    let address = format!("http://{}/", listener.local_addr().map_err(|error| Stop::file(&place::dist(), &error))?);
    say(format!("Rampline is at {address} (end with Ctrl+C)."));
    if open {
        open_browser(&address);
    }
    for stream in listener.incoming().flatten() {
        // A connection that breaks off concerns nobody but the browser that broke it.
        thread::spawn(move || answer(stream, &place::dist()).ok());
    }
    Ok(())
}

struct Options {
    port: Option<u16>,
    open: bool,
}

fn options(arguments: &[String]) -> Outcome<Options> {
    let mut options = Options { port: None, open: true };
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--no-open" => options.open = false,
            "--port" => {
                let number = words.next().and_then(|text| text.parse().ok());
                options.port =
                    Some(number.ok_or_else(|| Stop::new("--port needs a number.", "For example --port 8090."))?);
            }
            other => return Err(Stop::new(format!("serve does not know `{other}`."), "Use --port N or --no-open.")),
        }
    }
    Ok(options)
}

/// The port that was asked for, or the first free one from 8080.
fn listen(port: Option<u16>) -> Outcome<TcpListener> {
    let ports = port.map_or(FIRST_PORT..=FIRST_PORT + 99, |port| port..=port);
    ports.clone().find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok()).ok_or_else(|| {
        Stop::new(
            format!("No free port from {} to {}.", ports.start(), ports.end()),
            "End what uses it, or choose another with --port N.",
        )
    })
}

/// Does nothing on a machine without a desktop: the address is printed.
fn open_browser(address: &str) {
    let desktop = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    if cfg!(target_os = "macos") || desktop {
        Command::new(opener).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok();
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let found = file_for(target).map(|path| folder.join(path)).and_then(|path| Some((fs::read(&path).ok()?, path)));
    let (status, kind, body) = match found {
        _ if method != "GET" && method != "HEAD" => ("405 Method Not Allowed", "text/plain", Vec::new()),
        Some((bytes, path)) => ("200 OK", media_type(&path), bytes),
        None => ("404 Not Found", "text/plain", b"There is no such file.\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file under the site that an address means; nothing outside it.
fn file_for(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let path = PathBuf::from(path);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

fn media_type(path: &Path) -> &'static str {
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
    TYPES.iter().find(|(known, _)| *known == end).map_or("application/octet-stream", |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_inside_the_site() {
        for (target, file) in [
            ("/", Some("index.html")),
            ("/?a=1", Some("index.html")),
            ("/icons/", Some("icons/index.html")),
            ("/icons/mark.svg", Some("icons/mark.svg")),
            ("/../Cargo.toml", None),
            ("//etc/passwd", None),
            ("*", None),
        ] {
            assert_eq!(file_for(target), file.map(PathBuf::from), "{target}");
        }
    }

    #[test]
    fn wasm_has_its_type() {
        assert_eq!(media_type(Path::new("app_bg.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("LICENSE")), "application/octet-stream");
    }

    #[test]
    fn reads_options() {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let read = options(&words("--port 9000 --no-open")).expect("both are known");
        assert_eq!((read.port, read.open), (Some(9000), false));
        assert!(options(&words("--port many")).is_err());
        assert!(options(&words("--fast")).is_err());
    }
}
