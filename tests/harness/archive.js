// Makes zip archives the way archivers do, and worse: names as any bytes, entries marked as encrypted.
import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of `[name, content]`, both text or bytes. */
export function archive(files, { deflate = false, encrypted = false } = {}) {
  const locals = [];
  const directory = [];
  let at = 0;
  for (const [name, content] of files) {
    const [path, plain] = [Buffer.from(name), Buffer.from(content)];
    const stored = deflate ? deflateRawSync(plain) : plain;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(deflate ? 8 : 0, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(stored.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(path.length, 22);
    locals.push(Buffer.from('PK\x03\x04'), common, path, stored);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, place, path);
    at += 4 + common.length + path.length + stored.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, listed, Buffer.from('PK\x05\x06'), end]);
}
