import net from "node:net";

const listenOn = (port) =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const { port: given } = server.address();
      server.close(() => resolve(given));
    });
  });

export const freePort = () => listenOn(0);

export const isFree = (port) =>
  listenOn(port).then(
    () => true,
    () => false,
  );
