// The sound and the shake of a message that rings.

let speaker = null;

/** Browsers allow sound only after the person has touched the page. */
export function wake() {
  speaker ??= window.AudioContext ? new AudioContext() : null;
  if (speaker?.state === "suspended") speaker.resume();
}

/** Shakes the phone and, if wanted, plays two soft notes. */
export function ring(phone, aloud) {
  phone.classList.remove("buzz");
  void phone.offsetWidth; // so that the animation starts anew
  phone.classList.add("buzz");
  if (aloud && speaker?.state === "running") [[0, 880], [0.13, 1174]].forEach(([after, pitch]) => note(after, pitch));
}

function note(after, pitch) {
  const [tone, volume, start] = [speaker.createOscillator(), speaker.createGain(), speaker.currentTime + after];
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.35);
  tone.connect(volume).connect(speaker.destination);
  tone.start(start);
  tone.stop(start + 0.4);
}
