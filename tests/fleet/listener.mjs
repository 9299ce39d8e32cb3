// A WebSocket client that keeps what it hears.

import WebSocket from 'ws';
import { Ended, until } from './children.mjs';

/** A WebSocket client, live when it was made. */
export class Listener {
  messages = [];

  static async open(address, options = {}) {
    const { from, ...others } = options;
    const listener = new Listener();
    listener.socket = new WebSocket(`${address.replace(/^http/, 'ws')}ws/`, { localAddress: from, ...others });
    listener.socket.on('message', (text) => listener.messages.push(JSON.parse(text)));
    listener.socket.on('error', (error) => (listener.error = error));
    listener.closed = new Promise((resolve) => listener.socket.on('close', resolve));
    listener.socket.once('close', (code) => (listener.code = code));
    await until(`a WebSocket at ${address}`, () => {
      if (listener.error) throw new Ended(String(listener.error));
      if (listener.code) throw new Ended(`closed with ${listener.code}`);
      return listener.messages.some(({ type }) => type === 'hello');
    });
    return listener;
  }

  get epoch() {
    return this.messages[0].data.epoch;
  }

  events(type) {
    return this.messages.filter((message) => message.id && (!type || message.type === type));
  }

  /** Waits for an event of this type that is so, and gives it. */
  hear(type, isSo = () => true) {
    return until(`${type} at a client`, () => this.events(type).find((event) => isSo(event.data, event)));
  }

  close() {
    this.socket.close();
    return this.closed;
  }
}
