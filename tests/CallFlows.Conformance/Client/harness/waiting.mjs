// Things that came, and those who wait for one that fits. What came before counts.
const patienceMs = 30_000;

export class Inbox {
  #items = [];
  #waiting = new Set();

  get items() {
    return [...this.#items];
  }

  add(item) {
    this.#items.push(item);
    for (const check of this.#waiting) check();
  }

  /** The first item that fits, also one that came before. The time limit only keeps a run from hanging. */
  first(fits, what) {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`${what} did not come`));
      }, patienceMs);
      const check = () => {
        const found = this.#items.find(fits);
        if (!found) return;
        clearTimeout(limit);
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }
}
