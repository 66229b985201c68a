// Decodes pictures for the screen with the browser's own decoders, turned as the camera was held.

/**
 * @param {import('./program.mjs').Program} program
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} longest side in pixels
 */
export async function decode_picture(program, name, bytes, longest) {
    try {
        const bitmap = await createImageBitmap(new Blob([bytes]));
        const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
        const width = Math.max(1, Math.round(bitmap.width * scale));
        const height = Math.max(1, Math.round(bitmap.height * scale));
        const canvas = document.createElement('canvas');
        canvas.width = width;
        canvas.height = height;
        const context = canvas.getContext('2d', { willReadFrequently: true });
        if (!context) throw new Error('no 2D canvas');
        context.imageSmoothingQuality = 'high';
        context.drawImage(bitmap, 0, 0, width, height);
        bitmap.close();
        const { data } = context.getImageData(0, 0, width, height);
        program.picture_decoded(name, width, height, new Uint8Array(data.buffer));
    } catch {
        program.picture_decoded(name, 0, 0, new Uint8Array(0));
    }
}
