// A request signed with another key is refused.
export default async (s) => {
  const wrongKey = Buffer.from("not the key of this resource").toString("base64");
  const client = s.newClient({}, s.emulator.connectionString.replace(/accesskey=.*/i, `accesskey=${wrongKey}`));
  await s.refuses("a wrong key", client.getCallConnection("0").getCallConnectionProperties(),
    { statusCode: 401, code: "7509", message: "HMAC-SHA256 validation failed" });
};
