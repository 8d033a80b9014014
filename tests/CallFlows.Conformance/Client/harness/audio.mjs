const sampleRate = 16_000;
const bytesPerSample = 2;

/** A WAV file of silence: mono, 16 bit, 16 kHz, as the service plays it. */
export const silence = (seconds) => {
  const length = Math.round(seconds * sampleRate) * bytesPerSample;
  const file = Buffer.alloc(44 + length);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + length, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * bytesPerSample, 28);
  file.writeUInt16LE(bytesPerSample, 32);
  file.writeUInt16LE(8 * bytesPerSample, 34);
  file.write("data", 36);
  file.writeUInt32LE(length, 40);
  return file;
};
