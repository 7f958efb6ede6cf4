using Conformance.Documents;
using Conformance.Profiles.Federation.Rules;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>All answers name the same key of a server under one ID.</summary>
internal sealed class FED100 : IConversationRule
{
    private const int Most = 1_000_000;

    private readonly Dictionary<(string Server, string KeyId), (string Key, ExchangePlace Place)> _first = [];
    private readonly List<(string Server, string KeyId, ExchangePlace Place, ExchangePlace First)> _differing = [];

    /// <inheritdoc />
    public string Id => nameof(FED100);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
        foreach (Node answer in KeyAnswers.Of(visit))
        {
            Take(visit, answer, answer.Get("verify_keys"u8));
            Take(visit, answer, answer.Get("old_verify_keys"u8));
        }
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach ((string server, string id, ExchangePlace place, ExchangePlace first) in _differing)
        {
            visit.Report(Id, place, ("key", id), ("server", server), ("file", first.File));
        }
    }

    private void Take(FederationVisit visit, Node answer, Node keys)
    {
        foreach ((Node id, Node key) in keys.Members())
        {
            if (answer.Get("server_name"u8).AsString() is not { } server || id.AsString() is not { } name || key.Get("key"u8).AsString()?.TrimEnd('=') is not { } text || _first.Count == Most)
            {
                continue;
            }

            ExchangePlace place = ExchangePlace.Of(visit, visit.Answer, key);

            // Within one answer, that is FED045.
            if (!_first.TryAdd((server, name), (text, place)) && _first[(server, name)] is var first && first.Key != text && first.Place.Ordinal != place.Ordinal)
            {
                _differing.Add((server, name, place, first.Place));
            }
        }
    }
}
