using System.Globalization;
using Conformance.Documents;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>A user's devices are the same in all answers of one stream ID.</summary>
internal sealed class FED101 : IConversationRule
{
    private const int Most = 100_000;

    private readonly Dictionary<(string User, string Stream), (string Devices, ExchangePlace Place)> _first = [];
    private readonly List<(string User, string Stream, ExchangePlace Place, ExchangePlace First)> _differing = [];

    /// <inheritdoc />
    public string Id => nameof(FED101);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
        Node stream = visit.Answer.Map.Get("stream_id"u8);
        if (!visit.Is("user/devices") || visit.Answer.Map.Get("user_id"u8).AsString() is not { } user || stream.Kind != NodeKind.Integer
            || (stream.Flags & NodeFlags.BigInteger) != 0 || _first.Count == Most)
        {
            return;
        }

        var devices = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Node device in visit.Answer.Map.Get("devices"u8).Elements())
        {
            devices.Add(device.Get("device_id"u8).AsString() ?? "");
        }

        (string, string) known = (user, stream.Int64Value.ToString(CultureInfo.InvariantCulture));
        string listed = string.Join('\n', devices);
        ExchangePlace place = ExchangePlace.OfAnswer(visit);
        if (!_first.TryAdd(known, (listed, place)) && _first[known].Devices != listed)
        {
            _differing.Add((known.Item1, known.Item2, place, _first[known].Place));
        }
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach ((string user, string stream, ExchangePlace place, ExchangePlace first) in _differing)
        {
            visit.Report(Id, place, ("user", user), ("stream", stream), ("file", first.File));
        }
    }
}
