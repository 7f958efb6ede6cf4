using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A self-signing key is signed by the user's master key.</summary>
internal sealed class FED059 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED059);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        List<CrossSigningKey> all = CrossSigningKey.Of(visit);
        foreach (CrossSigningKey key in all.Where(key => !key.IsMaster))
        {
            CrossSigningKey master = all.Find(other => other.IsMaster && other.User == key.User);
            if (master.Public is not var (id, text))
            {
                continue;
            }

            Node signature = CrossSigningKey.Signature(key.Key, key.User, id);
            if (!signature.Exists || ObjectSignature.IsGood(key.Key, text, signature, visit.Options.Ed25519) == false)
            {
                visit.Report(Id, visit.Answer, signature.Exists ? signature : key.Key, ("user", key.User), ("state", signature.Exists ? "is bad" : "is missing"));
            }
        }
    }
}
