using Conformance.Profiles.Federation.Rules;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>A one-time key is handed out once.</summary>
internal sealed class FED074 : IConversationRule
{
    private const int Most = 1_000_000;

    private readonly Dictionary<(string User, string Device, string Name, string Key), ExchangePlace> _first = [];
    private readonly List<(ClaimedKey Key, ExchangePlace Place, ExchangePlace First)> _again = [];

    /// <inheritdoc />
    public string Id => nameof(FED074);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
        foreach (ClaimedKey key in ClaimedKey.Of(visit))
        {
            string text = key.Value.AsString() ?? key.Value.Get("key"u8).AsString() ?? "";
            (string, string, string, string) known = (key.User, key.Device, key.Name, text);
            ExchangePlace place = ExchangePlace.Of(visit, visit.Answer, key.Value);
            if (key.IsFallback || _first.Count == Most || _first.TryAdd(known, place))
            {
                continue;
            }

            _again.Add((key with { Value = default }, place, _first[known]));
        }
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach ((ClaimedKey key, ExchangePlace place, ExchangePlace first) in _again)
        {
            visit.Report(Id, place, ("key", key.Name), ("user", key.User), ("device", key.Device), ("file", first.File));
        }
    }
}
