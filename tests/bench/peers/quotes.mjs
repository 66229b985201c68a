// A quote with a picture in each line, by ExcelJS, pdfmake and jsPDF: the bytes of a file each.

/** @typedef {{model: string, name: string, description: string, picture: string, quantity: number,
 *  price: number, amount: number}} Line */
/** @typedef {{number: string, seller: string, address: string, buyer: string, payment: string,
 *  lead_time: string, remarks: string, total: string, lines: Line[]}} Quote */

const HEAD = ['型号', '图片', '品名', '说明', '数量', '单价', '金额'];
const SIDE = 60; // of a picture on paper, in points
const { ExcelJS, pdfMake, jspdf } = /** @type {any} */ (window);

/** @type {Quote} */ let quote;
/** @type {ArrayBuffer[]} */ let pictures = [];

/** @param {BlobPart} bytes @returns {Promise<string>} */
const data_url = (bytes, type = 'image/jpeg') =>
    new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(String(reader.result));
        reader.readAsDataURL(new Blob([bytes], { type }));
    });

const heads = () => [quote.seller, quote.address, `报价单 ${quote.number}`, quote.buyer, quote.payment, quote.lead_time];
const words = (/** @type {Line} */ line) =>
    [line.model, '', line.name, line.description, `${line.quantity}`, line.price.toFixed(2), line.amount.toFixed(2)];

async function excel() {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('报价单');
    for (const head of heads()) sheet.addRow([head]);
    sheet.addRow(HEAD);
    for (const [n, line] of quote.lines.entries()) {
        const row = sheet.addRow(words(line));
        row.height = SIDE;
        row.getCell(5).value = line.quantity;
        row.getCell(6).value = line.price;
        row.getCell(7).value = { formula: `ROUND(E${row.number}*F${row.number},2)`, result: line.amount };
        const image = book.addImage({ buffer: pictures[n], extension: 'jpeg' });
        sheet.addImage(image, { tl: { col: 1, row: row.number - 1 }, ext: { width: SIDE, height: SIDE } });
    }
    sheet.addRow(['', '', '', '', '', '合计', Number(quote.total)]);
    sheet.addRow([quote.remarks]);
    return new Uint8Array(await book.xlsx.writeBuffer());
}

async function pdfmake() {
    const urls = await Promise.all(pictures.map((picture) => data_url(picture)));
    const body = [HEAD, ...quote.lines.map((line, n) => {
        const cells = /** @type {any[]} */ (words(line));
        cells[1] = { image: urls[n], width: SIDE };
        return cells;
    })];
    const made = pdfMake.createPdf({
        content: [...heads(), { table: { headerRows: 1, body } }, `合计 ${quote.total}`, quote.remarks],
        defaultStyle: { font: 'Noto', fontSize: 9 },
    });
    return new Uint8Array(await made.getBuffer());
}

/** @type {string} */ let font = '';
async function js_pdf() {
    const made = new jspdf.jsPDF({ unit: 'pt', format: 'a4' });
    made.addFileToVFS('Noto.ttf', font);
    made.addFont('Noto.ttf', 'Noto', 'normal', undefined, 'Identity-H');
    made.setFont('Noto').setFontSize(9);
    let y = 40;
    const line_of = (/** @type {string[]} */ cells) => {
        if (y > 760) {
            made.addPage();
            y = 40;
        }
        const columns = [40, 100, 170, 240, 420, 460, 510];
        cells.forEach((cell, n) => cell && made.text(cell, columns[n], y));
    };
    for (const head of heads()) (line_of([head]), (y += 14));
    (line_of(HEAD), (y += 14));
    for (const [n, line] of quote.lines.entries()) {
        line_of(words(line));
        made.addImage(new Uint8Array(pictures[n]), 'JPEG', 100, y - 8, SIDE, SIDE);
        y += SIDE + 10;
    }
    (line_of([`合计 ${quote.total}`]), (y += 14), line_of([quote.remarks]));
    return new Uint8Array(made.output('arraybuffer'));
}

const WAYS = { excel, pdfmake, js_pdf };

/** @param {string} folder of the made quotes @param {number} lines @param {string} font_address */
async function load(folder, lines, font_address) {
    quote = await (await fetch(`/data/${folder}/quote-${lines}.json`)).json();
    pictures = await Promise.all(quote.lines.map(async ({ picture }) =>
        (await fetch(`/data/${folder}/${picture}`)).arrayBuffer()));
    if (!font_address) return;
    const bytes = await (await fetch(font_address)).arrayBuffer();
    font = (await data_url(bytes, 'font/ttf')).split(',')[1];
    pdfMake?.addVirtualFileSystem({ 'Noto.ttf': font });
    pdfMake?.addFonts({ Noto: { normal: 'Noto.ttf', bold: 'Noto.ttf', italics: 'Noto.ttf', bolditalics: 'Noto.ttf' } });
}

/** @param {keyof typeof WAYS} way @param {number} runs */
async function write(way, runs) {
    const times = [];
    let bytes = new Uint8Array(0);
    for (let run = 0; run <= runs; ++run) {
        const start = performance.now();
        bytes = await WAYS[way]();
        times.push(performance.now() - start);
    }
    return { first: times[0], times: times.slice(1), file: (await data_url(bytes)).split(',')[1] };
}

Object.assign(window, { peer: { load, write } });
