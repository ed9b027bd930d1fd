# Verifies flattened JWS files with jwcrypto and prints one JSON line each. Uses no code and no rule of ours.
import base64
import json
import sys

from jwcrypto import jwk, jws


def read(path):
    with open(path, encoding="utf-8") as file:
        value = json.load(file)
    header = json.loads(base64.urlsafe_b64decode(value["protected"] + "=="))
    key = jwk.JWK(**header["jwk"])
    if key.thumbprint() != header["kid"]:
        raise ValueError("kid is not the thumbprint of jwk")
    token = jws.JWS()
    token.deserialize(json.dumps(value), key)
    return {"payload": token.payload.decode("utf-8")}


for path in sys.argv[1:]:
    try:
        print(json.dumps(read(path)))
    except Exception as error:  # whatever it refuses, it refuses
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}))
