// A file of this machine, as a phone sends it.

export const MOST_BYTES = 20_000_000;

/** The fields of the action: a picture has a width and a height. */
export async function fileFields(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  const fields = { data: btoa(text), mime: file.type, file_name: file.name };
  if (!["image/png", "image/jpeg"].includes(file.type)) return fields;
  const picture = await createImageBitmap(file);
  return { data: fields.data, mime: file.type, width: picture.width, height: picture.height };
}
