using System.Globalization;
using System.Text;
using Conformance.Events.Versions;
using Conformance.Rooms.Resolution;

namespace Conformance.Tests.Rooms;

/// <summary>Rooms as large as they come and worse, always the same.</summary>
internal static class LargeRooms
{
    /// <summary>A room in which members join, talk and set state on two branches that merge again and again; on every tenth fork, or as said, the power levels change.</summary>
    public static LargeRoom Busy(string version, int events, int members, int forks, int levelsEvery = 10)
    {
        var room = new LargeRoom(version);
        Join(room, members / 2);
        int length = (events - room.Room.Count) / forks;
        int joined = members / 2;
        for (int fork = 0; fork < forks && events - room.Room.Count >= length; fork++)
        {
            string one = room.Tip;
            string other = room.Tip;
            one = fork % 2 == 0
                ? room.Join($"@u{++joined}:a", one)
                : room.Add("m.room.member", $"@gone{fork}:a", "@u0:a", """{"membership":"ban"}""", [one]);
            one = room.Add("board", $"{fork % 100}", room.User(fork * 3), "{}", [one]);
            other = fork % levelsEvery == 0
                ? room.Levels = room.Add("m.room.power_levels", "", "@u0:a", room.LevelsOf(fork % 50), [other])
                : room.Add("board", $"{fork % 100}", room.User(fork * 5), "{}", [other]);
            for (int i = 0; i < length - 5; i++)
            {
                one = room.Add("m.room.message", null, room.User(fork + i), "{}", [one]);
            }

            other = room.Add("m.room.message", null, "@u0:a", "{}", [other]);
            room.Tip = room.Add("m.room.message", null, "@u0:a", "{}", [one, other]);
        }

        while (room.Room.Count < events)
        {
            room.Tip = room.Add("m.room.message", null, "@u0:a", "{}", [room.Tip]);
        }

        return room;
    }

    /// <summary>Two branches that set the same state keys, each its own way, and meet.</summary>
    public static LargeRoom Conflicts(string version, int conflicted)
    {
        var room = new LargeRoom(version);
        Join(room, 1_000);
        string start = room.Tip;
        string[] tips = [start, start];
        for (int i = 0; i < conflicted; i++)
        {
            tips[i & 1] = room.Add("board", $"{i / 2}", room.User(i * 7), $$"""{"side":{{i & 1}}}""", [tips[i & 1]]);
        }

        return Merge(room, tips);
    }

    /// <summary>Two branches on which the power levels change, each change authorised by the one before, and meet.</summary>
    public static LargeRoom DeepLevels(string version, int depth)
    {
        var room = new LargeRoom(version);
        string levels = room.Levels;
        string[] tips = [room.Tip, room.Tip];
        for (int side = 0; side < 2; side++)
        {
            room.Levels = levels;
            for (int i = 0; i < depth / 2; i++)
            {
                tips[side] = room.Levels = room.Add("m.room.power_levels", "", "@u0:a", room.LevelsOf(i % 50), [tips[side]]);
            }
        }

        return Merge(room, tips);
    }

    /// <summary>Events that each follow all of the layer before, and of each layer set one state key in as many ways.</summary>
    public static LargeRoom ManyParents(string version, int events, int parents)
    {
        var room = new LargeRoom(version);
        Join(room, 100);
        string[] layer = [room.Tip];
        while (room.Room.Count < events)
        {
            layer = [.. Enumerable.Range(0, parents).Select(i => room.Add("board", $"{i % 3}", room.User(room.Room.Count), "{}", layer))];
        }

        return Merge(room, layer);
    }

    /// <summary>State events that name as many others before them as auth events, on two branches that meet.</summary>
    public static LargeRoom ManyAuthEvents(string version, int events, int width)
    {
        var room = new LargeRoom(version);
        string[] tips = [room.Tip, room.Tip];
        var ids = new List<string>();
        for (int i = 0; i < events; i++)
        {
            string[] auth = [.. ids.Skip(Math.Max(0, ids.Count - width))];
            tips[i & 1] = room.Add(i % 2 == 0 ? "m.room.join_rules" : "m.room.power_levels", $"{i}", "@u0:a", "{}", [tips[i & 1]], auth);
            ids.Add(tips[i & 1]);
        }

        return Merge(room, tips);
    }

    /// <summary>Two branches of power levels that each name many users, and meet.</summary>
    public static LargeRoom WideLevels(string version, int changes, int users)
    {
        var room = new LargeRoom(version);
        string levels = room.Levels;
        string[] tips = [room.Tip, room.Tip];
        var names = new StringBuilder();
        for (int user = 2; user < users; user++)
        {
            names.Append(CultureInfo.InvariantCulture, $",\"@u{user}:a\":{user % 50}");
        }

        string admin = room.Room.Version.Creators == CreatorForm.SenderAndAdditional ? "" : "\"@u0:a\":100,";
        for (int i = 0; i < changes; i++)
        {
            room.Levels = i < 2 ? levels : tips[i & 1];
            string content = $$"""{"users":{{{admin}}"@u1:a":{{i % 50}}{{names}}},"state_default":0}""";
            tips[i & 1] = room.Add("m.room.power_levels", "", "@u0:a", content, [tips[i & 1]]);
        }

        return Merge(room, tips);
    }

    /// <summary>Each event stands on a line, changes the power levels or the join rules, and is authorised by the one before: nothing meets.</summary>
    public static LargeRoom DeepLine(string version, int depth)
    {
        var room = new LargeRoom(version);
        for (int i = 0; i < depth; i++)
        {
            room.Tip = room.Levels = room.Add("m.room.power_levels", "", "@u0:a", room.LevelsOf(i % 50), [room.Tip]);
        }

        return room;
    }

    /// <summary>The states at the ends of the last merge.</summary>
    public static StateMap[] LastMerge(LargeRoom room, RoomStates states) =>
        [.. room.Room.PrevEvents(room.Room.Find(Encoding.UTF8.GetBytes(room.Tip))).ToArray().Select(index => states.After(index)!)];

    private static LargeRoom Merge(LargeRoom room, string[] tips)
    {
        room.Tip = room.Add("m.room.message", null, "@u0:a", "{}", tips);
        return room;
    }

    private static void Join(LargeRoom room, int members)
    {
        for (int i = 1; i <= members; i++)
        {
            room.Join($"@u{i}:a", room.Tip);
        }
    }
}
