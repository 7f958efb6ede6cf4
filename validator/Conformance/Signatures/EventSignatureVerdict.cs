namespace Conformance.Signatures;

/// <summary>What is known of an event's signatures. Used again for the next event; its nodes hold until the event's document is read into again.</summary>
internal sealed class EventSignatureVerdict
{
    private SignerVerdict[] _signers = new SignerVerdict[4];
    private int _count;
    private int _deciding = -1;

    /// <summary>What is known of all signatures that the event must have.</summary>
    public SignatureStatus Status => _deciding < 0 ? SignatureStatus.NoneRequired : _signers[_deciding].Status;

    /// <summary>The server that <see cref="Status"/> is about; null when no server has to sign.</summary>
    public SignerVerdict? Deciding => _deciding < 0 ? null : _signers[_deciding];

    /// <summary>Each server that must sign, then those that did so without need.</summary>
    public ReadOnlySpan<SignerVerdict> Signers => _signers.AsSpan(0, _count);

    /// <summary>How many signatures are good.</summary>
    public int GoodSignatures { get; private set; }

    /// <summary>Whether the server of <c>join_authorised_via_users_server</c> had to sign, and certainly has not, or not rightly.</summary>
    public bool IsAuthorisingSignatureWrong
    {
        get
        {
            foreach (ref readonly SignerVerdict signer in Signers)
            {
                if (signer.Role == SignerRole.AuthorisingUser && signer.Status.IsWrong())
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Empties the verdict.</summary>
    internal void Clear()
    {
        _count = 0;
        _deciding = -1;
        GoodSignatures = 0;
    }

    internal void CountGood() => GoodSignatures++;

    internal void Add(in SignerVerdict signer)
    {
        if (_count == _signers.Length)
        {
            Array.Resize(ref _signers, _count * 2);
        }

        _signers[_count] = signer;
        if (signer.Counts && (_deciding < 0 || signer.Status > _signers[_deciding].Status))
        {
            _deciding = _count;
        }

        _count++;
    }
}
