// Makes with sharp what our engine makes: for each line of input, "WAY FOLDER", it goes once through the folder and tells how
// long that took. "pixels FOLDER" turns WebP files into PNG, so that both sides' can be compared by what reads no WebP.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';

const [threads, out, effort] = [Number(process.argv[2]), join(process.argv[3], 'sharp'), Number(process.argv[4])];
// As ours: without a second pass that saves 4 % of the bytes.
const likeOurs = { jpeg: { quality: 80, chromaSubsampling: '4:2:0', optimiseCoding: false }, webp: { quality: 80, effort } };
// As it writes where nothing but the quality is said.
const likeItself = { jpeg: { quality: 80 }, webp: { quality: 80 } };
// No picture comes twice, so nothing is worth keeping.
sharp.cache(false);

const side = (length) => ({ width: length, height: length, fit: 'outside', withoutEnlargement: true });
const pixels = (picture) => picture.raw().toBuffer({ resolveWithObject: true });
const from = ({ data, info }) => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });

async function hash(picture) {
  const tiny = await pixels(picture.resize({ width: 100, height: 100, fit: 'inside', withoutEnlargement: true }).ensureAlpha());
  return rgbaToThumbHash(tiny.info.width, tiny.info.height, tiny.data);
}

async function all(large, small, tiny, folder, how = likeOurs) {
  const [thumbhash] = await Promise.all([
    hash(tiny),
    large.jpeg(how.jpeg).toFile(join(folder, 'large.jpg')),
    small.webp(how.webp).toFile(join(folder, 'small.webp')),
  ]);
  return thumbhash;
}

const ways = {
  // Each output from the file, with as much shrinking while decoding as it allows.
  separate(file, folder) {
    const upright = () => sharp(file).autoOrient();
    return all(upright().resize(side(1440)), upright().resize(side(250)), upright(), folder);
  },
  // As the documentation shows for several outputs of one input.
  clone(file, folder, how) {
    const upright = sharp(file).autoOrient();
    return all(upright.clone().resize(side(1440)), upright.clone().resize(side(250)), upright.clone(), folder, how);
  },
  // The same in fewer words.
  usual(file, folder) {
    return ways.clone(file, folder, likeItself);
  },
  // One decode; each size from the next larger one, by hand.
  async chain(file, folder) {
    const large = await pixels(sharp(file).autoOrient().resize(side(1440)));
    const small = await pixels(from(large).resize(side(250)));
    return all(from(large), from(small), from(small), folder);
  },
};

async function render(way, file, name) {
  const folder = join(out, name);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, 'hash.txt'), Buffer.from(await ways[way](file, folder)).toString('base64'));
    return 1;
  } catch {
    // Not every file of a folder is a picture; the number of sets tells.
    return 0;
  }
}

async function round(way, folder) {
  const names = readdirSync(folder).sort();
  const start = process.hrtime.bigint();
  let next = 0;
  let sets = 0;
  const work = async () => {
    while (next < names.length) {
      const name = names[next++];
      const made = await render(way, join(folder, name), name);
      sets += made;
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return { sets, nanos: Number(process.hrtime.bigint() - start) };
}

async function toPng(folder) {
  const names = readdirSync(folder);
  for (const name of names) {
    await sharp(join(folder, name, 'small.webp')).png().toFile(join(folder, name, 'small.png')).catch(() => {});
  }
  return { sets: names.length, nanos: 0 };
}

const tell = (what) => process.stdout.write(JSON.stringify(what) + '\n');
tell({ name: `sharp ${sharp.versions.sharp} (libvips ${sharp.versions.vips}, node ${process.versions.node})` });
for await (const line of createInterface({ input: process.stdin })) {
  const [what, folder] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
  tell(what === 'pixels' ? await toPng(folder) : await round(what, folder));
}
