"""What a server answered: its body within bounds, or why there is none."""

from __future__ import annotations

import http.client
import ssl
import zlib

from .findings import Trouble
from .places import CHUNK, Bounded, Missing, Sink, TooLong


def body(name: str, answer: http.client.HTTPResponse, limit: int, sink: Sink) -> None:
    """Gives the body of `answer` to `sink`, out of its gzip. Raises TooLong after `limit` bytes, Trouble when cut."""
    coding = answer.getheader("Content-Encoding", "identity").strip().lower()
    bounded: Sink = Bounded(sink, limit)
    unpacked = None
    if coding in ("gzip", "x-gzip"):
        unpacked = zlib.decompressobj(zlib.MAX_WBITS | 16)
    elif answer.length is not None and answer.length > limit:
        raise TooLong
    while piece := answer.read(CHUNK):
        while unpacked and piece:
            bounded(unpacked.decompress(piece, CHUNK))
            piece = unpacked.unconsumed_tail
        if not unpacked:
            bounded(piece)
    if answer.length or (unpacked and not unpacked.eof):
        raise Trouble("unreachable", "body-short", name, "Réponse coupée avant sa fin. Recommencez plus tard.")


def refuse(name: str, status: int) -> None:
    """Raises Missing or Trouble for a status that gives no file."""
    if status in (404, 410):
        raise Missing
    if status != 200:
        message = f"Le serveur répond {status}. Recommencez plus tard, ou demandez à l’hébergeur."
        raise Trouble("unreachable", "http-status", name, message)


def silent(name: str, error: Exception) -> Trouble:
    """What to say of an answer that failed by `error`."""
    if isinstance(error, ssl.SSLCertVerificationError):
        message = f"Certificat refusé ({error.verify_message}). Renouvelez le certificat de ce domaine."
        return Trouble("unreachable", "certificate", name, message)
    reason = "délai dépassé" if isinstance(error, TimeoutError) else type(error).__name__
    return Trouble("unreachable", "no-answer", name, f"Pas de réponse entière ({reason}). Recommencez plus tard.")
