# Verifies flattened JWS files with joserfc and prints one JSON line each. Uses no code and no rule of ours.
import base64
import json
import sys

from joserfc import jws
from joserfc.jwk import OKPKey

ALGORITHMS = ["EdDSA", "Ed25519"]


def read(path):
    with open(path, encoding="utf-8") as file:
        value = json.load(file)
    header = json.loads(base64.urlsafe_b64decode(value["protected"] + "=="))
    key = OKPKey.import_key(header["jwk"])
    if key.thumbprint() != header["kid"]:
        raise ValueError("kid is not the thumbprint of jwk")
    registry = jws.JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
    read = jws.deserialize_json(value, key, registry=registry)
    return {"payload": read.payload.decode("utf-8")}


for path in sys.argv[1:]:
    try:
        print(json.dumps(read(path)))
    except Exception as error:  # whatever it refuses, it refuses
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}))
