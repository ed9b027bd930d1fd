# Signs the payload on standard input with jwcrypto and prints a bundle. Knows docs/bundle-format.md and no code of ours.
import json
import sys

from jwcrypto import jwk, jws

kind, payload = sys.argv[1], sys.stdin.buffer.read()
key = jwk.JWK.generate(kty="OKP", crv="Ed25519")
protected = {
    "alg": "Ed25519",
    "jwk": {name: key.export_public(as_dict=True)[name] for name in ("crv", "kty", "x")},
    "kid": key.thumbprint(),
    "typ": f"vnd.cunping.{kind}.v1+json",
}
token = jws.JWS(payload)
token.add_signature(key, protected=json.dumps(protected))
print(token.serialize())
