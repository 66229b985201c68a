// Makes a picture small enough for quotes and mail (Q07: longest side 24 cm at 100 dots an inch,
// at most 200 KB), turned as the camera was held. The browser decodes and encodes.

const LONGEST_SIDE = 945;
const MOST_BYTES = 200 * 1024;
const MOST_FILE_BYTES = 40 * 1024 * 1024;
const BEST_QUALITY = 0.9;
const LEAST_QUALITY = 0.4;
const STEPS = 5;

/** @param {ImageBitmap} bitmap @param {number} longest */
function drawn(bitmap, longest) {
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('no 2D canvas');
    // What is transparent becomes paper.
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    return canvas;
}

/** @param {OffscreenCanvas} canvas @param {number} quality */
const encoded = (canvas, quality) => canvas.convertToBlob({ type: 'image/jpeg', quality });

/** The best quality that is small enough, or nothing. @param {OffscreenCanvas} canvas */
async function small_enough(canvas) {
    const best = await encoded(canvas, BEST_QUALITY);
    if (best.size <= MOST_BYTES) return best;
    let found = await encoded(canvas, LEAST_QUALITY);
    if (found.size > MOST_BYTES) return null;
    let low = LEAST_QUALITY;
    let high = BEST_QUALITY;
    for (let step = 0; step < STEPS; ++step) {
        const middle = (low + high) / 2;
        const tried = await encoded(canvas, middle);
        if (tried.size <= MOST_BYTES) {
            found = tried;
            low = middle;
        } else {
            high = middle;
        }
    }
    return found;
}

/**
 * @param {Blob} file
 * @returns {Promise<Uint8Array<ArrayBuffer> | 'unreadable' | 'too_large'>} a JPEG
 */
export async function fit_picture(file) {
    if (file.size > MOST_FILE_BYTES) return 'too_large';
    let bitmap;
    try {
        bitmap = await createImageBitmap(file);
    } catch {
        return 'unreadable';
    }
    try {
        for (let longest = LONGEST_SIDE; longest >= 64; longest = Math.round(longest * 0.8)) {
            const jpeg = await small_enough(drawn(bitmap, longest));
            if (jpeg) return new Uint8Array(await jpeg.arrayBuffer());
        }
        return 'unreadable';
    } finally {
        bitmap.close();
    }
}
