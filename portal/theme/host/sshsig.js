// Signatures as `ssh-keygen -Y sign` writes them (PROTOCOL.sshsig), by Ed25519 keys.

import { hashes, verify } from "@noble/ed25519";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { encode, same } from "./text.js";

hashes.sha512 = sha512;

const ARMOUR = /^-----BEGIN SSH SIGNATURE-----\r?\n([A-Za-z0-9+/=\r\n]+?)\r?\n-----END SSH SIGNATURE-----\s*$/;
const MAGIC = encode("SSHSIG");
const VERSION = 1;
const KIND = "ssh-ed25519";
const HASHES = { sha256, sha512 };

/** Why a signature is refused, in French. */
export class BadSignature extends Error {}

const refuse = (message) => {
  throw new BadSignature(message);
};

/** Reads the fields of SSH's binary form, one after the other. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  take(length) {
    if (this.at + length > this.bytes.length) refuse("fichier de signature coupé");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  number() {
    const [a, b, c, d] = this.take(4);
    return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  }

  string() {
    return this.take(this.number());
  }

  name() {
    return String.fromCharCode(...this.string().subarray(0, 200));
  }

  end() {
    if (this.at !== this.bytes.length) refuse("fichier de signature trop long");
  }
}

/** The 32 bytes of a public key written "ssh-ed25519 AAAA…". Throws BadSignature. */
export function publicKey(line) {
  const [kind, base64] = line.split(" ");
  if (kind.startsWith("sk-")) refuse("clé matérielle (sk-ssh-ed25519) : cette page ne sait pas la vérifier, verify.py le sait");
  return rawKey(bytesOf(base64 ?? ""));
}

/** Throws BadSignature unless `armoured` (text) is the signature of `message` (bytes) for `namespace` by `key`
 * ("ssh-ed25519 AAAA…"). */
export function check(armoured, message, namespace, key) {
  const wanted = publicKey(key);
  const reader = new Reader(bytesOf((ARMOUR.exec(armoured) ?? refuse("ce n’est pas un fichier de signature"))[1]));
  if (!same(reader.take(MAGIC.length), MAGIC) || reader.number() !== VERSION) refuse("ce n’est pas un fichier de signature");
  const signer = reader.string();
  const space = reader.name();
  const reserved = reader.string();
  const algorithm = reader.name();
  const signature = reader.string();
  reader.end();
  if (!same(rawKey(signer), wanted)) refuse("faite par une autre clé");
  if (space !== namespace) refuse("faite pour un autre usage");
  if (!Object.hasOwn(HASHES, algorithm)) refuse("fonction de hachage inconnue");
  const signed = joined(MAGIC, string(encode(namespace)), string(reserved), string(encode(algorithm)), string(HASHES[algorithm](message)));
  if (!verified(signatureOf(signature), signed, wanted)) refuse("ne correspond pas au texte");
}

// As OpenSSH does: no encoding but the one of RFC 8032 is accepted.
function verified(signature, signed, key) {
  try {
    return verify(signature, signed, key, { zip215: false });
  } catch {
    return false;
  }
}

function rawKey(blob) {
  const reader = new Reader(blob);
  if (reader.name() !== KIND) refuse("clé d’un autre genre que ssh-ed25519 : cette page ne sait pas la vérifier");
  const key = reader.string();
  reader.end();
  return key.length === 32 ? key : refuse("clé mal écrite");
}

function signatureOf(blob) {
  const reader = new Reader(blob);
  if (reader.name() !== KIND) refuse("signature d’un autre genre que ssh-ed25519");
  const signature = reader.string();
  reader.end();
  return signature.length === 64 ? signature : refuse("signature mal écrite");
}

function bytesOf(base64) {
  try {
    return Uint8Array.from(atob(base64.replace(/[\r\n]/g, "")), (character) => character.charCodeAt(0));
  } catch {
    return refuse("fichier de signature ou clé illisible");
  }
}

function string(bytes) {
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, bytes.length);
  return joined(size, bytes);
}

function joined(...parts) {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

