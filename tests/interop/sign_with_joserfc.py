# Signs the payload on standard input with joserfc and prints a bundle. Knows docs/bundle-format.md and no code of ours.
import json
import sys

from joserfc import jws
from joserfc.jwk import OKPKey

kind, payload = sys.argv[1], sys.stdin.buffer.read()
key = OKPKey.generate_key("Ed25519")
protected = {
    "alg": "Ed25519",
    "jwk": {name: key.as_dict(private=False)[name] for name in ("crv", "kty", "x")},
    "kid": key.thumbprint(),
    "typ": f"vnd.cunping.{kind}.v1+json",
}
registry = jws.JWSRegistry(algorithms=["Ed25519"], strict_check_header=False)
print(json.dumps(jws.serialize_json({"protected": protected}, payload, key, registry=registry)))
