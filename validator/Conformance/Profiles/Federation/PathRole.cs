using Conformance.Documents.Cutting;

namespace Conformance.Profiles.Federation;

/// <summary>What a value of a file is there for. Found from the outside in, and kept with each path.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Body">The body that it belongs to; null outside of bodies.</param>
/// <param name="Slot">The place of PDUs that it is, or belongs to; null elsewhere.</param>
internal record PathRole(PathRoleKind Kind, FederationBody? Body = null, EventList? Slot = null)
{
    private static readonly PathRole Other = new(PathRoleKind.Other);

    /// <summary>What each element of a list is; made once, since there are many.</summary>
    private PathRole? _element;

    /// <summary>The role of a capture as a whole.</summary>
    public static PathRole OfCapture(FederationBody? request, FederationBody? answer) => new CaptureRoles(request, answer).RootOf(half: null);

    /// <summary>The role of a request that is described by an object of its own.</summary>
    public static PathRole OfRequest(FederationBody request) => new CaptureRoles(request, request).RootOf("request");

    /// <summary>The role of a body as a whole.</summary>
    public static PathRole OfBody(FederationBody body) => body.Form.IsPair ? new PathRole(PathRoleKind.Pair, body)
        : body.Form.Whole is not null ? new PathRole(PathRoleKind.Event, body, body.Lists[0])
        : new PathRole(PathRoleKind.Map, body);

    /// <summary>The role of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="root">The role of the file as a whole.</param>
    public static PathRole Of(in CutItem item, PathRole root) => item.Parent is null ? root : Of(item.Parent, root).Child(item.Key, item.Index);

    /// <summary>The role of a map or an array that is cut.</summary>
    /// <param name="path">The path; paths nest no deeper than shapes do.</param>
    /// <param name="root">The role of the file as a whole.</param>
    public static PathRole Of(CutPath path, PathRole root)
    {
        // Two threads may find the same answer at a time; either will do.
        if (path.Tag is not PathRole known)
        {
            known = path.Parent is null ? root : Of(path.Parent, root).Child(path.Key, path.Index);
            path.Tag = known;
        }

        return known;
    }

    /// <summary>The role of a child.</summary>
    protected virtual PathRole Child(byte[]? key, long index)
    {
        switch (Kind)
        {
            case PathRoleKind.Pair:
                return index == 1 ? new PathRole(PathRoleKind.Map, Body) : new PathRole(PathRoleKind.Piece, Body);
            case PathRoleKind.Map when key is not null && Body!.Form.Find(key) is { } slot:
                EventList list = Body.Lists.First(known => ReferenceEquals(known.Slot, slot));
                return new PathRole(slot.IsList ? PathRoleKind.List : PathRoleKind.Event, Body, list);
            case PathRoleKind.Map:
                return new PathRole(PathRoleKind.Piece, Body);
            case PathRoleKind.List:
                return _element ??= new PathRole(PathRoleKind.Event, Body, Slot);
            default:
                return Other;
        }
    }

    /// <summary>The levels of a capture around its bodies.</summary>
    private sealed record CaptureRoles(FederationBody? Request, FederationBody? Answer)
    {
        public PathRole RootOf(string? half) => new Level(this, half);

        private sealed record Level(CaptureRoles Roles, string? Half) : PathRole(PathRoleKind.Other)
        {
            protected override PathRole Child(byte[]? key, long index)
            {
                if (Half is null)
                {
                    return key.AsSpan().SequenceEqual("request"u8) ? this with { Half = "request" }
                        : key.AsSpan().SequenceEqual("response"u8) ? this with { Half = "response" }
                        : Other;
                }

                FederationBody? body = Half == "request" ? Roles.Request : Roles.Answer;
                return key.AsSpan().SequenceEqual("body"u8) && body is not null ? OfBody(body) : Other;
            }
        }
    }
}
