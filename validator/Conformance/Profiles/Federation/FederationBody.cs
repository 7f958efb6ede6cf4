using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Profiles.Federation;

/// <summary>The body of a request or an answer: its events by place, and all else of it.</summary>
internal sealed class FederationBody
{
    private Document? _document;

    public FederationBody(BodyForm form, bool isAnswer, string pointer, long limit)
    {
        Form = form;
        IsAnswer = isAnswer;
        Pointer = pointer;
        Skeleton = new Skeleton(limit);
        string map = form.IsPair ? pointer + "/1" : pointer;
        Lists = [.. form.Slots.Select(slot => new EventList(slot, slot.Name.Length == 0 ? pointer : $"{map}/{slot.Name}"))];
    }

    /// <summary>What it should look like.</summary>
    public BodyForm Form { get; }

    /// <summary>Whether it is the answer's.</summary>
    public bool IsAnswer { get; }

    /// <summary>The file that holds it; null for the input itself.</summary>
    public string? Member { get; set; }

    /// <summary>Position in the run of that file.</summary>
    public int MemberOrdinal { get; set; } = 1;

    /// <summary>JSON Pointer to it.</summary>
    public string Pointer { get; }

    /// <summary>All of it but lists of events.</summary>
    public Skeleton Skeleton { get; }

    /// <summary>Its events, by place.</summary>
    public IReadOnlyList<EventList> Lists { get; }

    /// <summary>Whether items of it couldn't be read, so that what isn't there may have been.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Whether it can be read as a whole.</summary>
    public bool IsReadable => _document is not null && !Skeleton.IsDamaged;

    /// <summary>The body; no node when it can't be read. Lists of events are empty in it.</summary>
    public Node Root => IsReadable ? _document!.Root : default;

    /// <summary>The object that has the endpoint's members: the body, or the second element of a pair.</summary>
    public Node Map
    {
        get
        {
            if (!Form.IsPair)
            {
                return Root;
            }

            int at = 0;
            foreach (Node element in Root.Elements())
            {
                if (at++ == 1)
                {
                    return element;
                }
            }

            return default;
        }
    }

    /// <summary>A list of events by what it is there for; null when the body has none.</summary>
    public EventList? Of(PduRole role)
    {
        foreach (EventList list in Lists)
        {
            if (list.Slot.Role == role)
            {
                return list;
            }
        }

        return null;
    }

    /// <summary>Reads what isn't events, once all is there. A second call does nothing.</summary>
    public void Close(int depth) => _document ??= Skeleton.Read(depth);

    /// <summary>Where a node of <see cref="Root"/> stands.</summary>
    public Location At(Node node) => node.Exists
        ? new Location(Member, Skeleton.OffsetOf(node.Offset), Pointer + NodePointer.Of(node))
        : new Location(Member, null, Pointer);
}
