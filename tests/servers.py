"""The real web servers, set up with our kits as a volunteer would, on a free port of this machine.

    with public_folder() as public:
        copy = publish(site, public / "copy")
        with nginx(copy, "/droits/") as address:    # also apache(…), caddy(…): address ends with "/droits/"

A missing program is an error that names its Debian package. Servers run without privileges (as `nobody` for root): they
read what everybody may read, hence `public_folder`. Each has its pid, logs and settings in a folder of its own.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

PACKAGES = {"nginx": "nginx-light", "apache2": "apache2-bin", "caddy": "caddy"}
NOBODY = 65534
READY = 30
NGINX_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
APACHE_MODULES = Path("/usr/lib/apache2/modules")
# Without these Apache does not start, or refuses everybody.
APACHE_NEEDS = ("mpm_event", "authz_core")
APACHE_OPTIONAL = ("dir", "mime", "headers", "rewrite", "deflate", "filter", "setenvif", "autoindex", "negotiation")
NGINX = """daemon off;
pid {work}/pid;
error_log {work}/log;
worker_processes 1;
{modules}
events {{ }}
http {{
    access_log {work}/access;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        include {work}/kit.conf;
    }}
}}
"""
APACHE = """{modules}
ServerRoot {work}
ServerName localhost
PidFile {work}/pid
ErrorLog {work}/log
Listen 127.0.0.1:{port}
DocumentRoot {work}/www
<IfModule mod_mime.c>
    TypesConfig /etc/mime.types
    # As Debian sets it up: Breton, and a type for archives.
    AddLanguage br .br
    AddType application/x-gzip .gz .tgz
</IfModule>
<Directory {work}/www>
    Require all granted
    Options Indexes FollowSymLinks
    AllowOverride {override}
</Directory>
"""
CADDY = "{{\n\tadmin off\n\tauto_https off\n}}\n{kit}"

Server = Callable[..., AbstractContextManager[str]]


@contextmanager
def public_folder() -> Iterator[Path]:
    """A temporary folder that everybody may read: pytest's own are private."""
    with tempfile.TemporaryDirectory(prefix="copie-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def publish(site: Path, to: Path) -> Path:
    """A copy of the release in the folder `site`, by hard links where it can be; returns `to`."""
    return Path(shutil.copytree(site, to, copy_function=_link))


@contextmanager
def nginx(copy: Path, prefix: str = "/", *, brotli: bool = False) -> Iterator[str]:
    """nginx with hebergeur/nginx.conf of the folder `copy`; with `brotli`, its commented line as well."""
    text = (copy / "hebergeur" / "nginx.conf").read_text("utf-8")
    text = _once(text, "/srv/droits-en-attente/", f"{copy}/")
    if prefix != "/":
        text, changed = re.subn(r"^ *# \[sous-dossier\] (.*)\n.*\n", lambda m: f"{m[1]}\n", text, flags=re.MULTILINE)
        assert changed == 3, changed
        text = text.replace("/droits", prefix.rstrip("/"))
    modules = ""
    if brotli:
        if not NGINX_BROTLI.is_file():
            raise FileNotFoundError("nginx has no brotli: apt-get install libnginx-mod-http-brotli-static")
        text = _once(text, "# brotli_static on;", "brotli_static on;")
        modules = f"load_module {NGINX_BROTLI};"
    with _work() as work:
        port = free_port()
        (work / "kit.conf").write_text(text, "utf-8")
        (work / "nginx.conf").write_text(NGINX.format(work=work, port=port, modules=modules), "utf-8")
        with _running([_program("nginx"), "-c", f"{work}/nginx.conf", "-e", f"{work}/log"], work, port):
            yield f"http://127.0.0.1:{port}{prefix}"


@contextmanager
def apache(
    copy: Path, prefix: str = "/", *, override: str = "All", optional: Sequence[str] = APACHE_OPTIONAL
) -> Iterator[str]:
    """Apache, as a shared host sets it up, for the folder `copy`, which holds its own .htaccess or none.

    `override`: what the host lets .htaccess change (AllowOverride); `optional`: the modules it has."""
    program = _program("apache2")
    with _work() as work:
        www = work / "www"
        place = www / prefix.strip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(copy)
        port = free_port()
        modules = "\n".join(
            f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in (*APACHE_NEEDS, *optional)
        )
        # Settings of a folder are found by its name under DocumentRoot: links are followed, not resolved.
        settings = APACHE.format(work=work, port=port, modules=modules, override=override)
        (work / "apache.conf").write_text(settings, "utf-8")
        with _running([program, "-D", "FOREGROUND", "-f", f"{work}/apache.conf"], work, port):
            yield f"http://127.0.0.1:{port}{prefix}"


@contextmanager
def caddy(copy: Path, prefix: str = "/") -> Iterator[str]:
    """Caddy with hebergeur/Caddyfile of the folder `copy`, without certificates."""
    text = (copy / "hebergeur" / "Caddyfile").read_text("utf-8")
    common, _, blocks = text.partition("# [racine]\n")
    top, _, below = blocks.partition("# [sous-dossier]")
    if prefix == "/":
        block = top.replace("droits.exemple.org", "ADDRESS")
    else:
        _, _, below = below.partition("\n")
        block = re.sub(r"^# ", "", below, flags=re.MULTILINE).replace("asso.exemple.org", "ADDRESS")
        block = block.replace("/droits", prefix.rstrip("/"))
    assert "ADDRESS" in block
    with _work() as work:
        port = free_port()
        kit = _once(common, "/srv/droits-en-attente", str(copy)) + block.replace("ADDRESS", f"http://127.0.0.1:{port}")
        (work / "Caddyfile").write_text(CADDY.format(kit=kit), "utf-8")
        command = [_program("caddy"), "run", "--config", f"{work}/Caddyfile", "--adapter", "caddyfile"]
        with _running(command, work, port):
            yield f"http://127.0.0.1:{port}{prefix}"


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _program(name: str) -> str:
    # Debian keeps servers out of the PATH of who is not root.
    path = shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin")
    if path is None:
        raise FileNotFoundError(f"{name} is missing: apt-get install {PACKAGES[name]}")
    return path


@contextmanager
def _work() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="serveur-", ignore_cleanup_errors=True) as name:
        work = Path(name)
        if os.geteuid() == 0:
            os.chown(work, NOBODY, NOBODY)
        yield work


@contextmanager
def _running(command: list[str], work: Path, port: int) -> Iterator[None]:
    """Runs a server until the end of the block; its own words are in the error when it does not answer."""
    root = os.geteuid() == 0
    identity = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if root else {}
    env = {"PATH": os.defpath, "HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with (work / "said").open("wb") as said:
        process = subprocess.Popen(command, cwd=work, env=env, stdout=said, stderr=said, **identity)  # type: ignore[call-overload]
    try:
        end = time.monotonic() + READY
        while not _listening(port):
            if process.poll() is not None or time.monotonic() > end:
                logs = "\n".join(f.read_text("utf-8", "replace") for f in (work / "said", work / "log") if f.is_file())
                raise RuntimeError(f"{command[0]} does not start:\n{logs}")
            time.sleep(0.02)
        yield
    finally:
        process.terminate()
        try:
            process.wait(READY)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _listening(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def _link(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)
    return target


def _once(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, (old, text.count(old))
    return text.replace(old, new)
