using System.Security.Cryptography;
using System.Text;
using Conformance.Documents;
using Conformance.Events;
using Conformance.Events.Versions;
using Conformance.Rooms.Store;

namespace Conformance.Tests.Rooms;

/// <summary>Large rooms, made fast: events with IDs that look like hashes, straight into the store.</summary>
internal sealed class LargeRoom
{
    private readonly Action<string, string>? _added;
    private readonly EventView _view = new();
    private readonly Document _document = new();
    private readonly List<string> _members = [];
    private readonly Dictionary<string, string> _joins = [];
    private long _number;
    private readonly string _create;
    private readonly string _rules = "";

    /// <param name="version">The room version.</param>
    /// <param name="added">Takes each event that is added: its ID, and its JSON.</param>
    public LargeRoom(string version, Action<string, string>? added = null)
    {
        _added = added;
        RoomVersion found = RoomVersions.Find(version)!;
        string create = NextId();
        RoomId = found.RoomIds == RoomIdForm.CreateEventHash ? "!" + create[1..] : "!room:a";
        Room = new RoomEvents(found, Encoding.UTF8.GetBytes(RoomId));
        _create = create;
        Put(create, "m.room.create", "", "@u0:a", """{"creator":"@u0:a"}""", [], [], found.RoomIds == RoomIdForm.WithServer);
        Tip = create;
        Join("@u0:a", Tip);
        Levels = Add("m.room.power_levels", "", "@u0:a", LevelsOf(50), [Tip]);
        _rules = Tip = Add("m.room.join_rules", "", "@u0:a", """{"join_rule":"public"}""", [Levels]);
    }

    public RoomEvents Room { get; }

    public string RoomId { get; }

    public string Tip { get; set; }

    public string Levels { get; set; }

    public long Now { get; set; } = 1_000_000;

    public string Create => _create;

    public string Rules => _rules;

    public string JoinOf(string user) => _joins[user];

    public string User(int number) => _members[number % _members.Count];

    /// <summary>The content of power levels, in which all may set state and one number differs.</summary>
    public string LevelsOf(int number) =>
        $$"""{"users":{ {{(Room.Version.Creators == CreatorForm.SenderAndAdditional ? "" : "\"@u0:a\":100,")}}"@u1:a":{{number}}},"state_default":0,"kick":{{number}}}""";

    public string Join(string user, string prev)
    {
        string join = Add("m.room.member", user, user, """{"membership":"join"}""", [prev]);
        _joins[user] = join;
        _members.Add(user);
        return Tip = join;
    }

    /// <summary>Adds an event that cites the newest levels and its sender's join, or other auth events.</summary>
    public string Add(string type, string? key, string sender, string content, string[] prev, string[]? auth = null)
    {
        if (auth is null)
        {
            List<string> cited = Room.Version.RoomIds == RoomIdForm.CreateEventHash ? [] : [_create];
            if (_joins.TryGetValue(sender, out string? join))
            {
                cited.Add(join);
            }

            if (Levels is { Length: > 0 })
            {
                cited.Add(Levels);
            }

            if (type == "m.room.member" && content.Contains("join", StringComparison.Ordinal) && _rules.Length > 0)
            {
                cited.Add(_rules);
            }

            auth = [.. cited];
        }

        string id = NextId();
        Put(id, type, key, sender, content, prev, auth, withRoom: true);
        return id;
    }

    private void Put(string id, string type, string? key, string sender, string content, string[] prev, string[] auth, bool withRoom)
    {
        var json = new StringBuilder(1_000);
        json.Append("{\"type\":\"").Append(type).Append("\",\"sender\":\"").Append(sender).Append("\",\"content\":").Append(content);
        json.Append(",\"origin_server_ts\":").Append(Now++).Append(",\"depth\":").Append(_number);
        json.Append(withRoom ? $",\"room_id\":\"{RoomId}\"" : "").Append(key is null ? "" : $",\"state_key\":\"{key}\"");
        json.Append(",\"prev_events\":").Append(List(prev)).Append(",\"auth_events\":").Append(List(auth)).Append('}');
        _added?.Invoke(id, json.ToString());
        DocumentReader.Read(Encoding.UTF8.GetBytes(json.ToString()), DocumentEncoding.Json, _document);
        _view.Load(_document);
        Room.Add(_view, Encoding.UTF8.GetBytes(id));
    }

    private string List(string[] ids)
    {
        string quoted = string.Join(',', ids.Select(id => Room.Version.References == EventReferenceForm.IdAndHash ? $"[\"{id}\",{{}}]" : $"\"{id}\""));
        return $"[{quoted}]";
    }

    private string NextId()
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(BitConverter.GetBytes(_number++), hash);
        return "$" + Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
