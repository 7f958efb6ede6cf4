using System.Text;
using Conformance.Documents;
using Conformance.Profiles.Federation.Rules;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>The signature of a claimed key is good by the key of its device, where another answer tells that.</summary>
internal sealed class FED069 : IConversationRule
{
    private const int Most = 100_000;
    private const int LargestKey = 4096;

    private readonly Dictionary<(string User, string Device), string> _devices = [];
    private readonly List<(ClaimedKey Key, byte[] Signed, ExchangePlace Place)> _claimed = [];

    /// <inheritdoc />
    public string Id => nameof(FED069);

    /// <inheritdoc />
    public void Take(FederationVisit visit)
    {
        foreach (DeviceKeys device in DeviceKeys.Of(visit))
        {
            if (_devices.Count < Most && device.Keys.Get("keys"u8).Get(Encoding.UTF8.GetBytes("ed25519:" + device.Device)).AsString() is { } key)
            {
                _devices.TryAdd((device.User, device.Device), key);
            }
        }

        foreach (ClaimedKey key in ClaimedKey.Of(visit))
        {
            if (_claimed.Count < Most && key.Signature.Exists && key.Value.Raw.Length <= LargestKey)
            {
                _claimed.Add((key, key.Value.Raw.ToArray(), ExchangePlace.Of(visit, visit.Answer, key.Signature)));
            }
        }
    }

    /// <inheritdoc />
    public void Check(ConversationVisit visit)
    {
        foreach ((ClaimedKey key, byte[] signed, ExchangePlace place) in _claimed)
        {
            ClaimedKey again = key with { Value = DocumentReader.Read(signed, DocumentEncoding.Json).Root };
            if (_devices.TryGetValue((key.User, key.Device), out string? known) && ObjectSignature.IsGood(again.Value, known, again.Signature, visit.Options.Ed25519) == false)
            {
                visit.Report(Id, place, ("key", key.Name), ("user", key.User), ("device", key.Device));
            }
        }
    }
}
