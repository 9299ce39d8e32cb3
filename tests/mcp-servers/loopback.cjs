// Loaded before a server that others have made: one that names no address would listen on all of them, and a test has
// no business there. The port is taken at once, as without this, for those who ask for its number right away.

const net = require('node:net');
const { listen } = net.Server.prototype;

net.Server.prototype.listen = function listenOnLoopback(first, ...rest) {
    if (!/^\d+$/.test(String(first)) || typeof rest[0] === 'string') return listen.call(this, first, ...rest);
    const handle = net._createServerHandle('127.0.0.1', Number(first), 4);
    // A number is an error: listening as asked for tells it in the usual way.
    return typeof handle === 'number'
        ? listen.call(this, Number(first), '127.0.0.1', ...rest)
        : listen.call(this, handle, ...rest);
};
