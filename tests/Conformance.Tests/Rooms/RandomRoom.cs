using System.Text.Json.Nodes;

namespace Conformance.Tests.Rooms;

/// <summary>
/// The events of a room in which six users do at random what rooms are argued about, on several branches at once. Who cites what is what a careless
/// server would cite, so that many events are refused.
/// </summary>
internal static class RandomRoom
{
    private static readonly string[] Users = ["@a:a", "@b:b", "@c:c", "@d:d", "@e:e", "@f:f"];

    public static List<JsonObject> Make(string version, int seed, int count)
    {
        var random = new Random(seed);
        var room = new RoomFixture(version);
        var events = new List<JsonObject>();
        var states = new Dictionary<string, Dictionary<(string Type, string Key), string>>();
        var tips = new List<string>();

        string Add(string sender, string type, string? key, string content, string[] prev)
        {
            var state = new Dictionary<(string Type, string Key), string>();
            foreach (string one in prev)
            {
                foreach (((string, string) slot, string id) in states[one])
                {
                    if (random.Next(4) > 0)
                    {
                        state[slot] = id;
                    }
                    else
                    {
                        state.TryAdd(slot, id);
                    }
                }
            }

            (string, string)[] needed = [("m.room.create", ""), ("m.room.power_levels", ""), ("m.room.member", sender), .. type == "m.room.member"
                ? new[] { ("m.room.member", key!), ("m.room.join_rules", "") } : []];
            string[] auth = [.. needed.Distinct().Where(slot => (version != "12" || slot.Item1 != "m.room.create")
                && (slot.Item1 != "m.room.join_rules" || !(content.Contains("leave", StringComparison.Ordinal) || content.Contains("ban", StringComparison.Ordinal)))
                && state.ContainsKey(slot)).Select(slot => state[slot])];
            string name = type == "m.room.create" ? "$create:a" : $"${random.Next(1 << 24):x6}{events.Count}:a";
            JsonObject pdu = room.Make(name, type, key, sender, content, prev, auth, made =>
            {
                made["origin_server_ts"] = random.Next(12);
                made["depth"] = prev.Length == 0 ? 1 : prev.Max(one => (int)events.First(other => (string)other["event_id"]! == one)["depth"]!) + 1;
            });
            events.Add(pdu);
            if (key is not null)
            {
                state[(type, key)] = name;
            }

            states[name] = state;
            return name;
        }

        string tip = Add("@a:a", "m.room.create", "", $$"""{"creator":"@a:a","room_version":"{{version}}"}""", []);
        tip = Add("@a:a", "m.room.member", "@a:a", """{"membership":"join"}""", [tip]);
        tip = Add("@a:a", "m.room.power_levels", "", Levels(random, version, 50), [tip]);
        tip = Add("@a:a", "m.room.join_rules", "", """{"join_rule":"public"}""", [tip]);
        foreach (string user in Users.Skip(1).Take(3))
        {
            tip = Add(user, "m.room.member", user, """{"membership":"join"}""", [tip]);
        }

        tips.Add(tip);
        while (events.Count < count)
        {
            string[] prev = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => tips[^(1 + random.Next(Math.Min(4, tips.Count)))]).Distinct()];
            string sender = Users[random.Next(4) == 0 ? 0 : random.Next(Users.Length)];
            string other = Users[random.Next(Users.Length)];
            tips.Add(random.Next(10) switch
            {
                0 or 1 => Add(sender, "m.room.power_levels", "", Levels(random, version, random.Next(3) * 50), prev),
                2 => Add(sender, "m.room.join_rules", "", random.Next(2) == 0 ? """{"join_rule":"invite"}""" : """{"join_rule":"public"}""", prev),
                3 => Add(sender, "m.room.member", other, """{"membership":"ban"}""", prev),
                4 => Add(sender, "m.room.member", other, """{"membership":"leave"}""", prev),
                5 => Add(sender, "m.room.member", other, """{"membership":"invite"}""", prev),
                6 or 7 => Add(sender, "m.room.member", sender, """{"membership":"join"}""", prev),
                8 => Add(sender, "m.room.topic", "", "{}", prev),
                _ => Add(sender, "m.room.name", "", "{}", prev),
            });
        }

        return events;
    }

    private static string Levels(Random random, string version, int invite)
    {
        string founder = version == "12" ? "" : "\"@a:a\":100,";
        return $$"""{"users":{{{founder}}"@b:b":{{random.Next(3) * 50}},"@c:c":{{random.Next(3) * 25}},"@d:d":{{random.Next(2) * 50}}},"invite":{{invite}}}""";
    }
}
