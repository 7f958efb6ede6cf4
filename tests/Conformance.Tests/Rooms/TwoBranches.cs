using Conformance.Rooms.Resolution;

namespace Conformance.Tests.Rooms;

/// <summary>
/// A room whose members all change their names, or are banned, on two branches, while the power levels change a hundred times on each:
/// as many conflicts as members, and the levels.
/// </summary>
internal static class TwoBranches
{
    /// <summary>Makes the room, and the states at the ends of its branches.</summary>
    /// <param name="version">The room version.</param>
    /// <param name="members">How many members there are besides the founder.</param>
    /// <param name="added">Takes each event as JSON with its ID.</param>
    public static (LargeRoom Room, StateMap[] Ends) Make(string version, int members, Action<string, string>? added = null)
    {
        var room = new LargeRoom(version, added);
        for (int i = 1; i <= members; i++)
        {
            room.Join($"@u{i}:h{i % 100}.example.org", room.Tip);
        }

        StateMap shared = StateMap.Empty;
        for (int index = 0; index < room.Room.Count; index++)
        {
            shared = room.Room.SlotOf(index) < 0 ? shared : shared.Set(room.Room.SlotOf(index), index);
        }

        string start = room.Tip;
        string levels = room.Levels;
        StateMap[] ends = [shared, shared];
        for (int side = 0; side < 2; side++)
        {
            int first = room.Room.Count;
            room.Levels = levels;
            Branch(room, side, members, start);
            for (int index = first; index < room.Room.Count; index++)
            {
                ends[side] = ends[side].Set(room.Room.SlotOf(index), index);
            }
        }

        return (room, ends);
    }

    private static void Branch(LargeRoom room, int side, int members, string tip)
    {
        int[] order = [.. Enumerable.Range(1, members)];
        new Random(side).Shuffle(order);
        int levelsEvery = Math.Max(1, members / 100);
        int banEvery = Math.Max(1, members / 150);
        for (int i = 0; i < members; i++)
        {
            if (i % levelsEvery == 0)
            {
                tip = room.Levels = room.Add("m.room.power_levels", "", "@u0:a", room.LevelsOf((i + side) % 50), [tip]);
            }

            string user = $"@u{order[i]}:h{order[i] % 100}.example.org";
            bool ban = i % banEvery == 0;
            string content = ban ? """{"membership":"ban"}""" : $$"""{"membership":"join","displayname":"{{side}} {{i}}"}""";
            string[] auth = ban
                ? [room.Create, room.Levels, room.JoinOf("@u0:a"), room.JoinOf(user)]
                : [room.Create, room.Levels, room.Rules, room.JoinOf(user)];
            tip = room.Add("m.room.member", user, ban ? "@u0:a" : user, content, [tip], auth);
        }
    }
}
